/** Kept equal to package.json by a test: reading a file for it would cost every start. */
export const VERSION = '0.1.0';
