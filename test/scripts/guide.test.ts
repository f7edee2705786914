// What the guides show is there: their pictures, and the commands and options that they tell people to type.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.js';
import * as guides from '../../stories/guide/commands.js';

const stories = readdirSync('stories').filter((name) => name.startsWith('guide-')).map((name) => readFileSync(`stories/${name}`, 'utf8')).join('\n');

test('every picture that a guide shows is there, and no other', () => {
  const shown = [...stories.matchAll(/picture\('([\w-]+)'/g)].map(([, name]) => `${name}.png`);
  assert.deepEqual(readdirSync('stories/guide/pictures').sort(), shown.sort());
});

const readme = readFileSync('README.zh-CN.md', 'utf8').match(/(?<=```sh\n)[^]*?(?=```)/g)?.join('\n') ?? '';
const lines = [...Object.values(guides), readme].join('\n').split('\n').filter((line) => /(?:^|&& |npx )sgs /.test(line));

for (const line of lines) {
  test(`${line}: the command and its options exist`, () => {
    const [, name = '', rest = ''] = /(?:^|&& |npx )sgs (\S+)(.*)/.exec(line) ?? [];
    const command = COMMANDS.find(({ usage }) => usage.split(' ')[0] === name);
    assert.ok(command, name);
    const known = command.options.flatMap(([flags]) => flags.match(/--?[a-z][\w-]*/g) ?? []);
    for (const option of rest.replace(/ #.*/, '').match(/(?<= )--?[a-z][\w-]*/g) ?? []) assert.ok(known.includes(option), option);
  });
}
