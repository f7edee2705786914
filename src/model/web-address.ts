/** Addresses that may be asked for or linked: of the web, and without a name and password that look like a host. */

/** The address, resolved; undefined where it is none of these. */
export function webAddress(text: string, base?: string): URL | undefined {
  try {
    const url = new URL(text, base);
    const { protocol, username, password } = url;
    return (protocol === 'http:' || protocol === 'https:') && !username && !password ? url : undefined;
  } catch {
    return undefined;
  }
}

/** An address as it may be told: what is asked for behind ? may be a key. */
export const withoutQuery = (url: string): string => url.split(/[?#]/, 1).join('');
