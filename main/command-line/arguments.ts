// Reads the command line's arguments; what it does not understand it refuses, saying why.
import { parseArgs } from 'node:util';
import type { DayHours, Pace } from '../../preload/contract.ts';

export const commandNames = ['sign-in', 'sign-out', 'status', 'list', 'save', 'verify', 'forget'] as const;
export type CommandName = (typeof commandNames)[number];

export interface Choice {
  readonly camera: string | null;
  /** Unix ms. */
  readonly sinceMs: number | null;
  readonly unsavedOnly: boolean;
  readonly limit: number | null;
}

export interface Arguments {
  readonly command: CommandName;
  readonly profile: string | null;
  readonly json: boolean;
  readonly to: string | null;
  readonly pace: Pace | null;
  readonly quietHours: DayHours | null;
  readonly choice: Choice;
}

export const usage = `usage: cliptray sign-in|sign-out|status|list|save|verify|forget [--profile DIR] [--json]

  sign-in   reads a token line from standard input
  sign-out  takes the sign-in out of the keychain; clips and list stay
  status    says who is signed in, where clips are saved and how old the list is
  list      lists clips            [--all|--camera NAME|--since WHEN|--unsaved] [--limit N]
  save      saves clips            [--to DIR] [--all|--camera NAME|--since WHEN|--unsaved] [--limit N]
                                   [--pace gentle|brisk|full] [--quiet-hours 23:00-07:00: saves only then]
  verify    compares the folder with the index   [--to DIR]
  forget    deletes everything but saved clips, when the word "forget" is typed

  WHEN is a date or time such as 2026-11-23 or 2026-11-23T14:00, or a while such as 12h or 7d.`;

/** A text says what is wrong. */
export function readArguments(argv: readonly string[], nowMs: number): Arguments | string {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = parsed;
  const command = commandNames.find((name) => name === positionals[0]);
  if (!command) return positionals[0] === undefined ? 'no command' : `unknown command: ${positionals[0]}`;
  if (positionals.length > 1) return `unexpected argument: ${positionals[1]}`;
  if (
    command === 'save' &&
    !values.all &&
    !values.unsaved &&
    values.camera === undefined &&
    values.since === undefined
  ) {
    return 'save what? --all, --unsaved, --camera NAME or --since WHEN';
  }
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (limit !== null && !(Number.isInteger(limit) && limit > 0))
    return `--limit takes a whole number above 0, not ${values.limit}`;
  const sinceMs = values.since === undefined ? null : momentOf(values.since, nowMs);
  if (Number.isNaN(sinceMs)) return `--since takes a date, a time or a while such as 12h or 7d, not ${values.since}`;
  const pace = paces.find((name) => name === values.pace) ?? null;
  if (values.pace !== undefined && !pace) return `--pace takes gentle, brisk or full, not ${values.pace}`;
  const quietHours = values['quiet-hours'] === undefined ? null : hoursOf(values['quiet-hours']);
  if (quietHours === 'unreadable')
    return `--quiet-hours takes two times such as 23:00-07:00, not ${values['quiet-hours']}`;
  return {
    command,
    profile: values.profile ?? null,
    json: values.json ?? false,
    to: values.to ?? null,
    pace,
    quietHours,
    choice: { camera: values.camera ?? null, sinceMs, unsavedOnly: values.unsaved ?? false, limit },
  };
}

const paces: readonly Pace[] = ['gentle', 'brisk', 'full'];

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      profile: { type: 'string' },
      json: { type: 'boolean' },
      to: { type: 'string' },
      all: { type: 'boolean' },
      camera: { type: 'string' },
      since: { type: 'string' },
      unsaved: { type: 'boolean' },
      limit: { type: 'string' },
      pace: { type: 'string' },
      'quiet-hours': { type: 'string' },
    },
  });

/** 23:00-07:00, by this computer's clock. */
function hoursOf(text: string): DayHours | 'unreadable' {
  const [from, to, ...others] = text.split('-').map(minuteOf);
  if (from === undefined || to === undefined || others.length > 0) return 'unreadable';
  return Number.isNaN(from) || Number.isNaN(to) ? 'unreadable' : { fromMinute: from, toMinute: to };
}

/** Since midnight; NaN where it is no time. */
function minuteOf(text: string): number {
  const [, hour, minute] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  return Number(hour) * 60 + Number(minute);
}

const whiles: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Unix ms; NaN where it is neither. */
function momentOf(text: string, nowMs: number): number {
  const [, count, unit] = /^(\d+)([mhd])$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) return nowMs - Number(count) * (whiles[unit] ?? Number.NaN);
  // A date alone means its first moment here, not in UTC as Date.parse has it.
  return Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
}
