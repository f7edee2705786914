// dist/sgs-feed.schema.json: the feed as JSON Schema, from the schema the reader itself uses.
import { existsSync, writeFileSync } from 'node:fs';
import { toJSONSchema } from 'zod/v4/core';

const source = new URL('../src/model/schema.ts', import.meta.url);
const file = 'dist/sgs-feed.schema.json';

if (!existsSync(source)) {
  console.log(`${file} left out: src/model/schema.ts does not exist yet.`);
} else {
  const { FeedDocument } = (await import(source.href)) as { FeedDocument?: Parameters<typeof toJSONSchema>[0] };
  if (!FeedDocument) throw new Error('src/model/schema.ts must export the feed schema as FeedDocument.');
  // What a publisher writes, hence the input side; `unrepresentable: any` for checks that JSON Schema cannot say.
  const schema = toJSONSchema(FeedDocument, { io: 'input', unrepresentable: 'any' });
  writeFileSync(file, JSON.stringify(schema, null, 2) + '\n');
}
