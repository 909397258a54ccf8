// What `cliptray` understands, with a language's words for it.
import type { Messages } from '../../renderer/messages/index.ts';
import { type CommandName, commandNames, paceNames } from './arguments.ts';
import { places } from './queue-wish.ts';

export function usageOf({ usage }: Messages['commandLine']): string {
  const { folder, camera, when, count, hours, job, length } = usage.names;
  const choice = `[--all|--camera ${camera}|--since ${when}|--unsaved] [--limit ${count}]`;
  const options: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
    list: [choice],
    save: [`[--to ${folder}] ${choice}`, `[--pace ${paceNames.join('|')}] [--quiet-hours ${hours}]`],
    pause: [`[${job}] [--for ${length}|--until tomorrow|--until ${when}]`],
    resume: [`[${job}]`],
    cancel: [job],
    retry: [`[${job}]`],
    move: [`${job} ${places.join('|')}`],
    dismiss: [`[${job}]`],
    hours: [`${hours}|any`],
    import: [`${folder} [--to ${folder}]`],
    verify: [`[--to ${folder}]`],
  };
  const width = Math.max(...commandNames.map((name) => name.length)) + 2;
  const lines = commandNames.flatMap((name) => [
    `  ${name.padEnd(width)}${usage.commands[name]}`,
    ...(options[name] ?? []).map((line) => `${' '.repeat(width + 4)}${line}`),
  ]);
  return [
    `${usage.heading}: cliptray ${usage.names.command} [--profile ${folder}] [--json]`,
    '',
    ...lines,
    '',
    ...usage.given.map((line) => `  ${line}`),
  ].join('\n');
}
