// The search for secrets finds one that was planted, however it is spelt, and nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { end, firstLine, start } from './desktop/process.ts';
import { familyOf, SecretSearch } from './secret-search.ts';

const secret = 'someone@example.org';
const search = new SecretSearch([secret, 'eyJ.token?of/others']);

describe('in bytes', () => {
  test.each([
    ['plain', `"user":"${secret}"`],
    ['UTF-16', Buffer.from(`x${secret}`, 'utf16le')],
    ['URL-encoded', `?user=${encodeURIComponent(secret)}&x=1`],
    ['URL-encoded with small letters', 'user=someone%40example.org'],
    ['URL-encoded byte by byte', [...Buffer.from(secret)].map((byte) => `%${byte.toString(16)}`).join('')],
    ['hexadecimal', Buffer.from(secret).toString('hex')],
    ['base64', Buffer.from(secret).toString('base64')],
    ['base64, one byte in', Buffer.from(`a${secret}:password`).toString('base64')],
    ['base64, two bytes in', Buffer.from(`ab${secret}:password`).toString('base64')],
    ['base64url', Buffer.from(`{"user":"${secret}"}`).toString('base64url')],
  ])('%s', (_spelling, content) => {
    expect(search.in('here', content)).toEqual([{ where: 'here', secret }]);
  });

  test('nothing where there is nothing', () => {
    expect(search.in('here', Buffer.from('someone at example dot org, and eyJ.token of others'))).toEqual([]);
  });

  test('a short one is looked for as it stands', () => {
    const short = new SecretSearch(['135790']);
    expect(short.in('here', 'the code is 135790.')).toHaveLength(1);
    expect(short.in('here', Buffer.from('135790').toString('base64'))).toEqual([]);
  });
});

describe('in files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cliptray-search-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('in any depth, in content and name', () => {
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    writeFileSync(join(folder, 'deep/er/log'), Buffer.from(`xx${secret}`).toString('base64'));
    writeFileSync(join(folder, `deep/${secret}.txt`), '');
    writeFileSync(join(folder, 'innocent'), 'nothing');
    const found = search.inFiles(folder).map(({ where }) => where.replace(folder, ''));
    expect(found.sort()).toEqual(['/deep/er/log', `the name of /deep/${secret}.txt`]);
  });
});

describe.skipIf(process.platform !== 'linux')('in processes (Linux)', () => {
  test('in the environment and the arguments of a child’s child', async () => {
    const child = start('sh', ['-c', `sh -c 'echo ready; read line; :' "${secret}"; :`], {
      env: { PATH: process.env.PATH, TOKEN: 'eyJ.token?of/others' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      await firstLine('the child', child);
      expect(familyOf(child.pid ?? 0).length).toBeGreaterThan(1);
      const found = search.inProcesses(child.pid ?? 0);
      expect(found.filter(({ where }) => where.startsWith('cmdline')).map((one) => one.secret)).toContain(secret);
      expect(found.filter(({ where }) => where.startsWith('environ')).map((one) => one.secret)).toContain(
        'eyJ.token?of/others',
      );
    } finally {
      child.stdin?.end(); // which both of them read to its end
      await end(child);
    }
  });
});
