// Writes down what is done to a place on the disk through node:fs/promises; the product knows nothing of it.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { vi } from 'vitest';
import type { Content, DiskEvent, DiskState, Entry } from './disk-event.ts';

export interface Recording {
  readonly before: DiskState;
  readonly events: readonly DiskEvent[];
  end(): void;
}

/** Which syncs a disk only pretends: what they should have made to last does not. */
export type Pretended = 'file synced' | 'folder synced' | null;

/** `onEvent` is called after each; SQLite's own files are not seen. */
export function recordDisk(place: string, onEvent: () => void, pretended: Pretended = null): Recording {
  const before = stateOf(place);
  const names = new Map(before.names);
  const events: DiskEvent[] = [];
  let lastFile = Math.max(0, ...before.files.keys());

  const add = (event: DiskEvent) => {
    if (event.kind === pretended) return;
    events.push(event);
    onEvent();
  };
  const isHere = (one: unknown): one is string => typeof one === 'string' && `${one}/`.startsWith(`${place}/`);
  const name = (step: string, of: string, changes: readonly (readonly [string, Entry])[]) => {
    for (const [one, entry] of changes) {
      if (entry === null) names.delete(one);
      else names.set(one, entry);
    }
    add({ kind: 'names', names: new Map(changes), of, step });
  };
  const fileAt = (one: string): number => {
    const entry = names.get(one);
    if (typeof entry !== 'number') throw new Error(`nobody saw ${one} being made`);
    return entry;
  };
  const create = (one: string) => {
    if (!names.has(one)) name('create', path.dirname(one), [[one, ++lastFile]]);
  };
  const wrote = (one: string, file: number) => add({ kind: 'bytes', file, content: contentOf(one) });
  const unlink = (one: string) => {
    if (names.has(one)) name('unlink', path.dirname(one), [[one, null]]);
  };

  const real = { ...fs };
  vi.spyOn(fs, 'open').mockImplementation(async (one, ...how) => {
    const handle = await real.open(one, ...how);
    if (!isHere(one)) return handle;
    if (one === place || names.get(one) === 'folder') {
      const { sync } = handle;
      handle.sync = async () => {
        await sync.call(handle);
        add({ kind: 'folder synced', path: one });
      };
      return handle;
    }
    create(one);
    const file = fileAt(one);
    const { sync, write, writeFile, utimes } = handle;
    handle.sync = async () => {
      const content = contentOf(one);
      await sync.call(handle);
      add({ kind: 'file synced', file, content });
    };
    const thenWrote =
      <Args extends unknown[], Value>(act: (...args: Args) => Promise<Value>) =>
      async (...args: Args): Promise<Value> => {
        const value = await act.apply(handle, args);
        wrote(one, file);
        return value;
      };
    // The overloads of one method are one function.
    handle.write = thenWrote(write) as typeof write;
    handle.writeFile = thenWrote(writeFile);
    handle.utimes = thenWrote(utimes);
    for (const unknown of ['datasync', 'truncate', 'appendFile', 'writev', 'createWriteStream'] as const)
      handle[unknown] = unseen(unknown);
    return handle;
  });
  vi.spyOn(fs, 'mkdir').mockImplementation(async (one, how) => {
    const missing = isHere(one) ? missingUpTo(one) : [];
    const made = await real.mkdir(one, how);
    for (const folder of missing) name('mkdir', path.dirname(folder), [[folder, 'folder']]);
    return made;
  });
  vi.spyOn(fs, 'writeFile').mockImplementation(async (one, content, how) => {
    await real.writeFile(one, content, how);
    if (!isHere(one)) return;
    create(one);
    wrote(one, fileAt(one));
  });
  vi.spyOn(fs, 'copyFile').mockImplementation(async (from, to, how) => {
    await real.copyFile(from, to, how);
    if (!isHere(to)) return;
    create(to);
    wrote(to, fileAt(to));
  });
  vi.spyOn(fs, 'link').mockImplementation(async (from, to) => {
    await real.link(from, to);
    if (isHere(from) && isHere(to)) name('link', path.dirname(to), [[to, fileAt(from)]]);
  });
  vi.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
    await real.rename(from, to);
    if (!isHere(from) || !isHere(to)) return;
    const changes = [[to, fileAt(from)] as const, [from, null] as const];
    name('rename', path.dirname(to), changes);
  });
  vi.spyOn(fs, 'unlink').mockImplementation(async (one) => {
    await real.unlink(one);
    if (isHere(one)) unlink(one);
  });
  vi.spyOn(fs, 'rm').mockImplementation(async (one, how) => {
    await real.rm(one, how);
    if (!isHere(one)) return;
    for (const below of [...names.keys()].filter((other) => other.startsWith(one + path.sep)).reverse()) unlink(below);
    unlink(one);
  });
  vi.spyOn(fs, 'rmdir').mockImplementation(async (one, how) => {
    await real.rmdir(one, how);
    if (isHere(one)) name('rmdir', path.dirname(one), [[one, null]]);
  });
  for (const unknown of ['appendFile', 'cp', 'symlink', 'truncate'] as const)
    vi.spyOn(fs, unknown).mockImplementation(unseen(unknown));
  syncBuiltinESMExports(); // for those who import functions by name

  return {
    before,
    events,
    end() {
      vi.restoreAllMocks();
      syncBuiltinESMExports();
    },
  };

  function missingUpTo(folder: string): readonly string[] {
    return folder === place || existsSync(folder) ? [] : [...missingUpTo(path.dirname(folder)), folder];
  }
}

const unseen = (what: string) => () => {
  throw new Error(`${what}: nobody knows what a power cut makes of that`);
};

const contentOf = (file: string): Content => ({ bytes: readFileSync(file), modifiedAtMs: statSync(file).mtimeMs });

/** Everything below `place` but SQLite's files, as if it had been synced. */
export function stateOf(place: string): DiskState {
  const names = new Map<string, Entry>();
  const files = new Map<number, Content>();
  const numbers = new Map<number, number>();
  for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
    const one = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) names.set(one, 'folder');
    if (!entry.isFile() || entry.name.includes('.sqlite')) continue;
    const inode = statSync(one).ino;
    const file = numbers.get(inode) ?? numbers.size + 1;
    numbers.set(inode, file);
    names.set(one, file);
    files.set(file, contentOf(one));
  }
  return { place, names, files };
}
