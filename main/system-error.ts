// Reads what the system says when it refuses: a file, or a connection.

/** Of an error of the system, such as ENOENT or ECONNRESET; empty for any other. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
