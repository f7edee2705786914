/** Where records wait to be sorted. */

export interface Scratch {
  /** @param head what is read to sort them @param body what is only handed on */
  append(bucket: string, head: string, body: string): void;
  /** What has been appended, in order; bodies as UTF-8. */
  entries(bucket: string): Iterable<readonly [head: string, body: Uint8Array]>;
  drop(bucket: string): void;
}

/** For what is small enough. */
export const memoryScratch = (): Scratch => {
  const utf8 = new TextEncoder();
  const buckets = new Map<string, (readonly [string, Uint8Array])[]>();
  return {
    append(bucket, head, body) {
      const entries = buckets.get(bucket);
      const entry = [head, utf8.encode(body)] as const;
      if (entries) entries.push(entry);
      else buckets.set(bucket, [entry]);
    },
    entries: (bucket) => buckets.get(bucket) ?? [],
    drop: (bucket) => void buckets.delete(bucket),
  };
};
