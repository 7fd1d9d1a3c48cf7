// What the system says of a file, by the code of its error (`ENOENT`).

/** Empty where the error is none of the system's. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** It is not there, nor could be: what should be its folder is a file. */
export const isAbsent = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
