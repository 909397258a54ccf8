// Secrets in a file that only its owner can read: for tests, which have no keychain (`CLIPTRAY_TOKEN_FILE`).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { writeFileAtomically } from '../atomic-file.ts';
import { inTurn } from '../in-turn.ts';
import { codeOf } from '../system-error.ts';
import type { SecretRead, SecretStore, SecretWrite } from './index.ts';

const Stored = z.object({
  refresh: z.string().optional(),
  access: z.string().optional(),
  lineSha256: z.string().optional(),
});
type Stored = z.infer<typeof Stored>;

/** A store that also remembers which token line it was filled from. */
export interface FileSecrets extends SecretStore {
  /** False: this line was used before, and what is stored now is newer. */
  isNewLine(line: string): Promise<boolean>;
  /**
   * Remembers the line together with the next refresh token that is stored, in one write: a process killed between
   * the two would either use a token that is already replaced or have none.
   */
  rememberLine(line: string): void;
}

/** `path` is created when something is stored; its folder must exist. A file that is not ours is never overwritten. */
export function fileSecrets(path: string): FileSecrets {
  const next = inTurn();
  let lineSha256: string | null = null;

  async function read(): Promise<Stored> {
    try {
      return Stored.parse(JSON.parse(await readFile(path, 'utf8')));
    } catch (error) {
      if (isMissing(error)) return {};
      // The parser's own message would quote the file.
      if (error instanceof SyntaxError || error instanceof z.ZodError) throw new Error('not a file of tokens');
      throw error;
    }
  }

  const change = (make: (stored: Stored) => Stored): Promise<SecretWrite> =>
    next(async () => {
      try {
        await writeFileAtomically(path, `${JSON.stringify(make(await read()))}\n`);
        return { kind: 'stored' };
      } catch (error) {
        return unavailable(error);
      }
    });

  return {
    keptIn: 'file',
    get: (name) =>
      next(async (): Promise<SecretRead> => {
        try {
          const value = (await read())[name];
          return value === undefined ? { kind: 'absent' } : { kind: 'found', value };
        } catch (error) {
          return unavailable(error);
        }
      }),
    async set(name, value) {
      const line = name === 'refresh' && lineSha256 !== null ? { lineSha256 } : {};
      const written = await change((stored) => ({ ...stored, ...line, [name]: value }));
      if (written.kind === 'stored' && name === 'refresh') lineSha256 = null;
      return written;
    },
    remove: (name) => change(({ [name]: _removed, ...rest }) => rest),
    isNewLine: (line) => next(async () => (await read().catch(() => null))?.lineSha256 !== sha256(line)),
    rememberLine(line) {
      lineSha256 = sha256(line);
    },
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const unavailable = (error: unknown) => ({
  kind: 'unavailable' as const,
  details: error instanceof Error ? error.message : String(error),
});

const isMissing = (error: unknown) => codeOf(error) === 'ENOENT';
