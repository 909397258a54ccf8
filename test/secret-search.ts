// Looks for secrets wherever a program may have left them: in files, in the environment and the arguments of processes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Shorter ones have no spelling but their own: three letters of base64 are found everywhere. */
const shortest = 8;

/** How a secret may be written down: plain, UTF-16, percent-encoded, hexadecimal, and base64 wherever it begins in it. */
export function spellingsOf(secret: string): readonly Buffer[] {
  const plain = [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'utf16le')];
  if (secret.length < shortest) return plain;
  const percent = encodeURIComponent(secret);
  const everyByte = [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const hex = Buffer.from(secret).toString('hex');
  const texts = [percent, percent.toLowerCase(), everyByte, everyByte.toUpperCase(), hex, hex.toUpperCase()];
  return [...plain, ...[...texts, ...base64Of(secret)].map((text) => Buffer.from(text))];
}

/** What does not depend on the bytes before and after it. */
function base64Of(secret: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]).toString('base64');
    const begin = Math.ceil((before * 8) / 6);
    const end = Math.floor(((before + Buffer.byteLength(secret)) * 8) / 6);
    const sure = text.slice(begin, end);
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Where one was found, and which. */
export interface Found {
  readonly where: string;
  readonly secret: string;
}

export class SecretSearch {
  readonly #spellings: readonly (readonly [string, readonly Buffer[]])[];

  constructor(secrets: readonly string[]) {
    this.#spellings = [...new Set(secrets)].map((secret) => [secret, spellingsOf(secret)]);
  }

  in(where: string, content: Buffer | string): readonly Found[] {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return this.#spellings
      .filter(([, spellings]) => spellings.some((spelling) => bytes.includes(spelling)))
      .map(([secret]) => ({ where, secret }));
  }

  /** Names and bytes of all files below the folder. */
  inFiles(folder: string): readonly Found[] {
    return filesBelow(folder).flatMap((file) => [
      ...this.in(`the name of ${file}`, file),
      ...this.in(file, readOrNothing(file)),
    ]);
  }

  /** Environment and arguments of a process and of all that it started, and that those started. */
  inProcesses(pid: number): readonly Found[] {
    return familyOf(pid).flatMap((member) =>
      ['environ', 'cmdline'].flatMap((part) =>
        this.in(`${part} of ${member}`, readOrNothing(`/proc/${member}/${part}`)),
      ),
    );
  }
}

export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The process itself first; on Linux only. */
export function familyOf(pid: number): readonly number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(
      (name) =>
        [Number(name), Number(/\) \S (\d+)/.exec(readOrNothing(`/proc/${name}/stat`).toString())?.[1])] as const,
    );
  const family = [pid];
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}

/** A file or a process that is gone meanwhile holds nothing. */
function readOrNothing(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
