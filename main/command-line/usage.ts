// What `cliptray` understands, with a language's words for it.
import type { Messages } from '../../renderer/messages/index.ts';
import { type CommandName, commandNames, paceNames } from './arguments.ts';

export function usageOf({ usage }: Messages['commandLine']): string {
  const { folder, camera, when, count, hours } = usage.names;
  const choice = `[--all|--camera ${camera}|--since ${when}|--unsaved] [--limit ${count}]`;
  const options: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
    list: [choice],
    save: [`[--to ${folder}] ${choice}`, `[--pace ${paceNames.join('|')}] [--quiet-hours ${hours}]`],
    import: [`${folder} [--to ${folder}]`],
    verify: [`[--to ${folder}]`],
  };
  const width = Math.max(...commandNames.map((name) => name.length)) + 2;
  const lines = commandNames.flatMap((name) => [
    `  ${name.padEnd(width)}${usage.commands[name]}`,
    ...(options[name] ?? []).map((line) => `${' '.repeat(width + 4)}${line}`),
  ]);
  return [
    `${usage.heading}: cliptray ${commandNames.join('|')} [--profile ${folder}] [--json]`,
    '',
    ...lines,
    '',
    ...usage.given.map((line) => `  ${line}`),
  ].join('\n');
}
