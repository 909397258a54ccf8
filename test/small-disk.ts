// A real disk of a few kilobytes that tests fill up and write-protect: a tmpfs, where this process may mount one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface SmallDisk {
  /** `size=64k`, `ro`, `rw`: see tmpfs(5). */
  remount(options: string): void;
}

/** Mounted until the test is over; `at` is made where it is missing. */
export function smallDisk(at: string, options: string): SmallDisk {
  mkdirSync(at, { recursive: true });
  run('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', at);
  // Lazily: a disk that something of a failed test still has open goes as well.
  onTestFinished(() => run('umount', '--lazy', at));
  return { remount: (changed) => run('mount', '-o', `remount,${changed}`, at) };
}

/** Why no disk can be mounted here; null: one can. */
export function whyNoSmallDisk(): string | null {
  const at = mkdtempSync(join(tmpdir(), 'cliptray disk '));
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at);
    run('umount', at);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmdirSync(at);
  }
}

/** Why this user gets no namespace of their own, in which they may mount; null: they do. */
export const whyNoNamespace = (): string | null => {
  const { status, stderr, error } = spawnSync('unshare', ['-rm', 'true'], { encoding: 'utf8' });
  return status === 0 ? null : (error?.message ?? stderr.trim());
};

function run(program: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${program}: ${stderr.trim()}`);
}
