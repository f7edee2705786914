/** Gives the person a file. */

/** Addresses of files are given back after the browser has had time to read them. */
const LIFE = 60_000;

export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  const url = URL.createObjectURL(blob);
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), LIFE);
}
