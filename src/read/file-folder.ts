/** The folder of a file: files that stand together belong together. */
export function folderOf(file: string): string {
  return file.split('/').slice(0, -1).join('/');
}
