// Reads the command line's arguments; what it does not understand it refuses, saying why.
import { parseArgs } from 'node:util';
import type { DayHours, Pace } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';

export const commandNames = ['sign-in', 'sign-out', 'status', 'list', 'save', 'import', 'verify', 'forget'] as const;
export type CommandName = (typeof commandNames)[number];

export const paceNames: readonly Pace[] = ['gentle', 'brisk', 'full'];

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
  /** What `import` takes clips from; empty for other commands. */
  readonly source: string;
  readonly pace: Pace | null;
  readonly quietHours: DayHours | null;
  readonly choice: Choice;
}

/** A text says what is wrong. */
export function readArguments(
  argv: readonly string[],
  nowMs: number,
  { wrong }: Messages['commandLine'],
): Arguments | string {
  const fault = faultIn(argv, wrong);
  if (fault !== null) return fault;
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const command = commandNames.find((name) => name === positionals[0]);
  if (!command) return positionals[0] === undefined ? wrong.noCommand : wrong.unknownCommand(positionals[0]);
  const [, source, ...others] = command === 'import' ? positionals : [command, '', ...positionals.slice(1)];
  if (others[0] !== undefined) return wrong.unexpected(others[0]);
  if (!source && command === 'import') return wrong.importWhat;
  if (
    command === 'save' &&
    !values.all &&
    !values.unsaved &&
    values.camera === undefined &&
    values.since === undefined
  ) {
    return wrong.saveWhat;
  }
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (values.limit !== undefined && !(Number.isInteger(limit) && Number(limit) > 0)) return wrong.limit(values.limit);
  const sinceMs = values.since === undefined ? null : momentOf(values.since, nowMs);
  if (values.since !== undefined && Number.isNaN(sinceMs)) return wrong.since(values.since);
  const pace = paceNames.find((name) => name === values.pace) ?? null;
  if (values.pace !== undefined && !pace) return wrong.pace(values.pace);
  const quietHours = values['quiet-hours'] === undefined ? null : hoursOf(values['quiet-hours']);
  if (quietHours === 'unreadable') return wrong.quietHours(values['quiet-hours'] ?? '');
  return {
    command,
    profile: values.profile ?? null,
    json: values.json ?? false,
    to: values.to ?? null,
    source: source ?? '',
    pace,
    quietHours,
    choice: { camera: values.camera ?? null, sinceMs, unsavedOnly: values.unsaved ?? false, limit },
  };
}

const options = {
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
} as const;

/** What Node's own strict reading would refuse too, but in English only. */
function faultIn(argv: readonly string[], wrong: Messages['commandLine']['wrong']): string | null {
  const { tokens } = parseArgs({ args: [...argv], allowPositionals: true, strict: false, tokens: true, options });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.entries(options).find(([name]) => name === token.name)?.[1];
    if (!option) return wrong.unknownOption(token.rawName);
    if (option.type === 'boolean' && token.value !== undefined) return wrong.unwantedValue(token.rawName);
    if (option.type === 'string' && (token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))))
      return wrong.noValue(token.rawName);
  }
  return null;
}

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
