// What an exception of SQLite means for us.

/** Result codes, https://www.sqlite.org/rescode.html; the upper bits hold details. */
const BUSY = 5;
const READ_ONLY = 8;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANNOT_OPEN = 14;
const NOT_A_DATABASE = 26;

/** `refused`: the disk did not take it now, and may later; as with `disk-full`, nothing is wrong with the index. */
export type SqliteTrouble = 'damaged' | 'disk-full' | 'refused' | 'other';

export function sqliteError(error: unknown): SqliteTrouble {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return 'other';
  switch (error.errcode & 0xff) {
    case CORRUPT:
    case NOT_A_DATABASE:
      return 'damaged';
    case FULL:
      return 'disk-full';
    case BUSY:
    case READ_ONLY:
    case IO_ERROR:
    case CANNOT_OPEN:
      return 'refused';
    default:
      return 'other';
  }
}
