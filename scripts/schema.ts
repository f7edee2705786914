// dist/sgs-feed.schema.json and dist/sgs-config.schema.json: feed and configuration as JSON Schema, from the schemas the code itself uses.
import { writeFileSync } from 'node:fs';
import { toJSONSchema } from 'zod/v4/core';
import { configSchema } from '../src/model/config-schema.js';
import { FeedDocument } from '../src/model/schema.js';

for (const [name, schema] of [['feed', FeedDocument], ['config', configSchema()]] as const) {
  // What a webmaster writes, hence the input side; `unrepresentable: any` for checks that JSON Schema cannot say.
  const json = toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  writeFileSync(`dist/sgs-${name}.schema.json`, JSON.stringify(json, null, 2) + '\n');
}
