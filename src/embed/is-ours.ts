/**
 * Whether the bytes at an address are those that this build knows: a worker and its `importScripts` take no `integrity`,
 * so the file is asked for once with it (Fetch Standard, “integrity metadata”), and then comes from the browser's cache.
 */
export function isOurs(url: string, integrity: string | undefined): Promise<boolean> {
  return fetch(url, { mode: 'same-origin', integrity: integrity ?? '' }).then(({ ok }) => ok, () => false);
}
