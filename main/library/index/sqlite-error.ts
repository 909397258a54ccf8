// What an exception of SQLite means for us.

/** Result codes, https://www.sqlite.org/rescode.html; the upper bits hold details. */
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;

export function sqliteError(error: unknown): 'damaged' | 'disk-full' | 'other' {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return 'other';
  switch (error.errcode & 0xff) {
    case CORRUPT:
    case NOT_A_DATABASE:
      return 'damaged';
    case FULL:
      return 'disk-full';
    default:
      return 'other';
  }
}
