// The log: one file in the profile, limited in size, with nothing in it that opens an account or names a person.
import { join } from 'node:path';
import { formatWithOptions } from 'node:util';
import electronLog from 'electron-log/node';
import { redact } from './redact.ts';

/** What every room logs to. Details may be anything, errors too; secrets in them are blacked out. */
export interface Log {
  info(text: string, ...details: readonly unknown[]): void;
  warn(text: string, ...details: readonly unknown[]): void;
  error(text: string, ...details: readonly unknown[]): void;
}

/** When it is full it becomes `main.old.log`, and the one before that is gone. */
const maxBytes = 2_000_000;

/** What a person who reports a problem sends with it. */
export const logFileOf = (profile: string) => join(profile, 'logs', 'main.log');

/** Writes to the profile's log and nowhere else; each line is on its way to the disk when a call returns. */
export function openLog(profile: string): Log {
  const path = logFileOf(profile);
  const logger = electronLog.create({ logId: path });
  const { file, console, ipc, remote } = logger.transports;
  for (const elsewhere of [console, ipc, remote]) if (elsewhere) elsewhere.level = false;
  file.setAppName('Cliptray'); // or it looks for a package.json, and throws in a bundle
  file.resolvePathFn = () => path;
  file.maxSize = maxBytes;
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };

  const line = (text: string, details: readonly unknown[]) =>
    redact(formatWithOptions({ breakLength: Number.POSITIVE_INFINITY }, '%s', text, ...details));
  return {
    info: (text, ...details) => logger.info(line(text, details)),
    warn: (text, ...details) => logger.warn(line(text, details)),
    error: (text, ...details) => logger.error(line(text, details)),
  };
}
