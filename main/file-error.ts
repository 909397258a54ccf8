// Reads what the file system says when it refuses.

/** Of an error of the file system, such as ENOENT; empty for any other. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
