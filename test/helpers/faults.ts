// What goes wrong between a feed and its readers, as a server does it. Bounded: no answer outlives its connection, the
// test's site ends all of them, and a slow one gives up by itself.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Answers one request; `body` is what a healthy server would send. */
export type Fault = (response: ServerResponse, body: Buffer, request: IncomingMessage) => void;

const JSON_TYPE = { 'content-type': 'application/json' };
const healthy: Fault = (response, body) => response.writeHead(200, { ...JSON_TYPE, 'content-length': body.length }).end(body);

/** Most milliseconds that an answer may take. */
const MOST = 30_000;

/** Does something every so many milliseconds as long as somebody listens, and until it returns false. */
function every(response: ServerResponse, ms: number, act: () => boolean): void {
  const end = Date.now() + MOST;
  const timer = setInterval(() => {
    if (!act() || Date.now() > end) {
      clearInterval(timer);
      response.end();
    }
  }, ms);
  response.on('close', () => clearInterval(timer));
}

/** One byte at a time. */
export const bytewise = (ms: number): Fault => (response, body) => {
  response.writeHead(200, JSON_TYPE);
  let at = 0;
  every(response, ms, () => {
    response.write(body.subarray(at, ++at));
    return at < body.length;
  });
};

/** Nothing, and then what it should. */
export const late = (ms: number): Fault => (response, body, request) => {
  const timer = setTimeout(() => healthy(response, body, request), ms);
  response.on('close', () => clearTimeout(timer));
};

/** Nothing, until the test lets it go. */
export function held(): { readonly fault: Fault; readonly release: () => void } {
  let release!: () => void;
  const released = new Promise<void>((resolve) => { release = resolve; });
  return { fault: (response, body, request) => void released.then(() => healthy(response, body, request)), release };
}

export const status = (code: number, headers: Record<string, string> = {}): Fault => (response) => void response.writeHead(code, headers).end();

/** A healthy answer with other headers. */
export const saying = (headers: Record<string, string>): Fault => (response, body) => {
  // Node writes a date of its own unless told not to.
  response.sendDate = !('date' in headers);
  response.writeHead(200, { ...JSON_TYPE, ...headers }).end(body);
};

/** A firewall that wants to see a browser run its script first. */
export const challenge = (code: number): Fault => (response) => void response
  .writeHead(code, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'waf=1' })
  .end('<!DOCTYPE html><html><head><title>安全检查</title><script>window.challenged = true; location.reload();</script></head><body onload="window.challenged = true">正在检查您的浏览器</body></html>');

/** Every fault that a reader should never take for a publication, by its name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'no answer': () => undefined,
  'a reset before the answer': (response) => void response.destroy(),
  'a reset in the middle': (response, body) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  },
  'a chunked answer that breaks off': (response, body) => {
    response.writeHead(200, JSON_TYPE);
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  },
  'silence in the middle': (response, body) => {
    response.writeHead(200, JSON_TYPE);
    response.write(body.subarray(0, body.length / 2));
  },
  'a byte now and then': bytewise(200),
  'a content-length that is too long': (response, body) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': body.length + 100 });
    response.write(body.subarray(0, -20), () => response.destroy());
  },
  'a content-length that is too short': (response, body) => {
    // Node's own check would refuse to write it.
    response.socket?.end(Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length - 40}\r\nconnection: close\r\n\r\n`), body]));
  },
  'gzip cut off': (response, body) => {
    const zipped = gzipSync(body);
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip', connection: 'close' }).end(zipped.subarray(0, zipped.length / 2));
  },
  'gzip that is none': (response, body) => void response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(body),
  '304 without a question': status(304),
  'a redirect to itself': (response, _, { url = '' }) => void response.writeHead(302, { location: url }).end(),
  'no content': status(204),
  'an empty answer': (response) => void response.writeHead(200, JSON_TYPE).end(),
  'a challenge as 200': challenge(200),
  'a challenge as 403': challenge(403),
  'a challenge as 412': challenge(412),
  '429': status(429),
  '503': status(503),
  '503 until tomorrow': status(503, { 'retry-after': '86400' }),
};

export interface FaultyFeed {
  /** For `serveSite`: answers requests for the feed. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  /** What the next requests get, one each; the last one also all after them. Nothing: a healthy feed. */
  readonly plan: (...faults: Fault[]) => void;
  /** Requests since the plan was made. */
  readonly asked: () => number;
  /** Answers that somebody still waits for. */
  readonly open: () => number;
  readonly publish: (body: string) => void;
}

export function faultyFeed(first: string): FaultyFeed {
  let body = Buffer.from(first);
  let planned: readonly Fault[] = [];
  let asked = 0;
  const open = new Set<ServerResponse>();
  return {
    answer(request, response) {
      const fault = planned[Math.min(asked++, planned.length - 1)] ?? healthy;
      open.add(response);
      // The response alone does not say so where its connection was taken over.
      for (const end of [response, request.socket]) end.once('close', () => open.delete(response));
      response.setHeader('cache-control', 'no-store');
      fault(response, body, request);
    },
    plan(...faults) {
      planned = faults;
      asked = 0;
    },
    asked: () => asked,
    open: () => open.size,
    publish: (text) => { body = Buffer.from(text); },
  };
}
