// One life of a program: from its start until it ends by itself, or is killed.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cliptray } from '../cliptray.ts';
import { end } from '../desktop/process.ts';

export interface Life {
  /** Resolves when it does what it was started for, or has ended. */
  readonly begun: Promise<unknown>;
  /** Resolves when it has nothing left to do, or has ended. */
  readonly done: Promise<unknown>;
  /** Aborted when it has ended. */
  readonly over: AbortSignal;
  /** As with SIGKILL; resolves when nothing is left of it. */
  kill(): Promise<void>;
  /** As a person would end it; resolves with the exit code. */
  end(): Promise<number | null>;
  /** What it said at last. */
  lastWords(): string;
}

/** It has begun when it says so; it ends when it is done. */
export function lifeOf(program: Cliptray, beginning: string): Life {
  const { child, events, ended } = program;
  return {
    begun: program.said(beginning),
    done: ended,
    over: overSignal(ended),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async end() {
      await end(child);
      return ended;
    },
    lastWords: () => JSON.stringify(events.slice(-3)),
  };
}

/** An app, the leader of a process group: it has begun when the cloud first heard of it, and stays when it is done. */
export function lifeOfApp(child: ChildProcess, cloudLog: string, isDone: () => boolean): Life {
  const heardBytes = statSync(cloudLog).size;
  const ended = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const over = overSignal(ended);
  const until = async (holds: () => boolean, everyMs: number) => {
    while (!over.aborted && !holds()) await sleep(everyMs, undefined, { signal: over }).catch(() => undefined);
  };
  const begun = until(() => statSync(cloudLog).size > heardBytes, 20);
  return {
    begun,
    done: begun.then(() => until(isDone, 500)),
    over,
    async kill() {
      killGroup(child);
      await ended;
    },
    async end() {
      await end(child);
      killGroup(child); // where it left anything behind
      return ended;
    },
    lastWords: () => '',
  };
}

function overSignal(ended: Promise<unknown>): AbortSignal {
  const over = new AbortController();
  void ended.then(() => over.abort());
  return over.signal;
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nothing is left of it
  }
}
