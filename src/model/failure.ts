/**
 * Errors are values: a code, and what a person needs to know. The sentence for the citizen lives in the locale
 * (`failure.<code>`); `detail` is for the webmaster (Chinese), who reads it in the console and in `sgs-error`.
 */
export type FailureCode =
  /** The attribute `feed` is missing or is no http(s) address. */
  | 'address'
  /** No answer: offline, refused, or blocked by CORS. */
  | 'network'
  /** Forbidden by the page's own policy (`connect-src`). */
  | 'policy'
  /** No answer, or no further byte, in time. */
  | 'timeout'
  /** The server answered with an error status. */
  | 'http'
  /** A web page instead of data: a login, a 404 page, a firewall's challenge. */
  | 'html'
  /** The body ends in the middle. */
  | 'truncated'
  /** Not JSON. */
  | 'syntax'
  /** JSON, but nothing in it looks like a record, or its version is not ours. */
  | 'shape'
  /** Larger than `request.maxBytes`. */
  | 'too-large'
  /** `config` can't be read or says something impossible. */
  | 'config';

export interface Failure {
  readonly code: FailureCode;
  /** For the webmaster: what happened and what to do. No personal data. */
  readonly detail: string;
  /** The address asked for, without its query. */
  readonly url?: string;
  /** The HTTP status, where there is one. */
  readonly status?: number;
}

/** Thrown inside the feed room only, and turned into a value at its door. */
export class FeedFailure extends Error {
  override readonly name = 'FeedFailure';
  constructor(readonly failure: Failure, options?: ErrorOptions) {
    super(failure.detail, options);
  }
}
