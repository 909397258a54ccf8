// The index's worker thread: opens index.sqlite and answers main's calls, one after the other.
import type { DatabaseSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import type { Result } from '../../../preload/contract.ts';
import { succeeded } from '../../problem.ts';
import { type IndexRoom, indexRoom } from './calls.ts';
import { openIndex } from './open-index.ts';
import type { Answer, Call, IndexCalls } from './protocol.ts';
import { sqliteError } from './sqlite-error.ts';

let database: DatabaseSync | null = null;
let room: IndexRoom | null = null;
let remarks: string[] = [];

const ownCalls: Pick<IndexCalls, 'open' | 'close'> = {
  open(file: string, nowMs: number): Result<string | null> {
    const index = openIndex(file, nowMs);
    if (!index.ok) return index;
    database = index.value.database;
    room = indexRoom(database, (line) => remarks.push(line));
    return succeeded(index.value.setAside);
  },
  close() {
    database?.close();
    database = null;
    room = null;
  },
};

function perform({ name, args }: Call): unknown {
  const calls: Partial<IndexCalls> = { ...ownCalls, ...room?.calls };
  // Main's side of the same protocol typed the arguments by the name.
  const call = calls[name] as ((...args: unknown[]) => unknown) | undefined;
  if (!call) throw new Error(`${name} was called while the index is not open`);
  try {
    return call(...args);
  } catch (error) {
    // The transaction was rolled back; the columns may be ahead of it.
    room?.catalog.show(room.catalog.account);
    throw error;
  }
}

function answer(call: Call): Answer {
  remarks = [];
  const outcome = outcomeOf(call);
  return { id: call.id, outcome, change: room?.catalog.takeChange() ?? null, remarks };
}

function outcomeOf(call: Call): Answer['outcome'] {
  try {
    return { value: perform(call) };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { error: text, cause: sqliteError(error) };
  }
}

parentPort?.on('message', (call: Call) => {
  const reply = answer(call);
  const columns = reply.change ? Object.values(reply.change.rows) : [];
  parentPort?.postMessage(
    reply,
    columns.map((column: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) => column.buffer),
  );
});
