// A host site for tests: pages given as text or bytes, the built dist/ and the fixtures, from a real server.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { scriptMounts, serve } from '../../scripts/serve.mjs';
import { serveFixture } from './fixtures.mjs';

/** What the strictest host we promise to work under sends. */
export const strictPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types sgs";

export interface SiteOptions {
  /** URL path → body. Bytes are sent as they are. Paths without an extension are HTML, without a charset. */
  pages?: Record<string, string | Uint8Array>;
  /** More files: URL path (ending in `/` for a folder) → path in the repository. */
  mounts?: Record<string, string>;
  /** Content-Security-Policy of every page; the strict one unless given, none with `''`. */
  policy?: string;
  /** Other headers of every page, for example a content type with a charset. */
  headers?: Record<string, string>;
  /** URL path → who answers it. */
  answers?: Record<string, (request: IncomingMessage, response: ServerResponse) => void>;
}

export interface Site {
  /** Ends in `/`. */
  url: string;
  /** Paths with query, in the order they were asked for. */
  requests: string[];
  close: () => Promise<void>;
}

/** Serves until the test (or suite) `t` ends. */
export async function serveSite(t: { after: (done: () => Promise<void>) => void }, options: SiteOptions = {}): Promise<Site> {
  const { pages = {}, mounts = {}, policy = strictPolicy, headers = {}, answers = {} } = options;
  const types: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };
  const requests: string[] = [];
  const { url, close } = await serve({
    mounts: { ...scriptMounts(), '/dist/': 'dist', ...mounts },
    before: async (request, response, asked) => {
      requests.push(asked.pathname + asked.search);
      if (await serveFixture(request, response, asked)) return true;
      const answer = answers[asked.pathname];
      if (answer) {
        answer(request, response);
        return true;
      }
      const page = pages[asked.pathname];
      if (page === undefined) {
        if (asked.pathname !== '/favicon.ico') return false;
        response.writeHead(204).end();
        return true;
      }
      const type = types[asked.pathname.split('.')[1] ?? ''] ?? 'text/html';
      // A string is UTF-8 and says so; bytes are whatever their author made them.
      const charset = typeof page === 'string' && type === 'text/html' ? '; charset=utf-8' : '';
      response.writeHead(200, {
        'content-type': type + charset,
        ...(policy && type === 'text/html' ? { 'content-security-policy': policy } : {}),
        ...headers,
      });
      response.end(page);
      return true;
    },
  });
  t.after(close);
  return { url, requests, close };
}
