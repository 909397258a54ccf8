// The last part of a path below the clips folder.

export const fileNameOf = (path: string | null): string => path?.split('/').at(-1) ?? '';
