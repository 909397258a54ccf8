// The index's worker on a disk that may be full: while a file named `full` lies beside the index, SQLite takes nothing.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  const isFull = sql === 'begin immediate' && existsSync(join(dirname(this.location()), 'full'));
  if (isFull) throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
  return exec.call(this, sql);
};
await import('../node_modules/.cache/cliptray/index-worker.cjs');
