// Reads the command line's arguments; what it does not understand it refuses, saying why.
import { parseArgs } from 'node:util';
import type { DayHours, Pace } from '../../preload/contract.ts';
import type { Messages } from '../../renderer/messages/index.ts';
import { hoursOf, momentOf, whileOf } from './moments.ts';
import { type QueueWish, queueCommands, readQueueWish } from './queue-wish.ts';

export const commandNames = [
  'sign-in',
  'sign-out',
  'status',
  'list',
  'save',
  'queue',
  ...queueCommands,
  'import',
  'verify',
  'forget',
] as const;
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
  /** Null: the command changes nothing about the queue. */
  readonly wish: QueueWish | null;
}

/** Wherever it stands: who asks for help does not want anything done. */
export const wantsHelp = (argv: readonly string[]): boolean => argv.some((word) => word === '--help' || word === '-h');

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
  const strange = Object.keys(values).find((name) => !(optionsOf(command) as readonly string[]).includes(name));
  if (strange !== undefined) return wrong.notFor(`--${strange}`, command);
  const operands = positionals.slice(1);
  const queueCommand = queueCommands.find((name) => name === command);
  const wish = queueCommand ? readQueueWish(queueCommand, operands, values, nowMs, wrong) : null;
  if (typeof wish === 'string') return wish;
  const surplus = queueCommand ? undefined : operands[command === 'import' ? 1 : 0];
  if (surplus !== undefined) return wrong.unexpected(surplus);
  const [source] = operands;
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
  const sinceMs = values.since === undefined ? null : sinceOf(values.since, nowMs);
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
    source: command === 'import' ? (source ?? '') : '',
    pace,
    quietHours,
    choice: { camera: values.camera ?? null, sinceMs, unsavedOnly: values.unsaved ?? false, limit },
    wish,
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
  for: { type: 'string' },
  until: { type: 'string' },
} as const;

const choosing = ['all', 'camera', 'since', 'unsaved', 'limit'] as const;

/** An option that means nothing to a command is refused: whoever gave it expects something of it. */
function optionsOf(command: CommandName): readonly (keyof typeof options)[] {
  const common = ['profile', 'json'] as const;
  switch (command) {
    case 'list':
      return [...common, ...choosing];
    case 'save':
      return [...common, ...choosing, 'to', 'pace', 'quiet-hours'];
    case 'import':
    case 'verify':
      return [...common, 'to'];
    case 'pause':
      return [...common, 'for', 'until'];
    default:
      return common;
  }
}

/** Unix ms; NaN where it is neither a while, nor a date or time. */
function sinceOf(text: string, nowMs: number): number {
  const ms = whileOf(text);
  return Number.isNaN(ms) ? momentOf(text) : nowMs - ms;
}

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
