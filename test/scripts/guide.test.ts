// What the guides show is there: their pictures, and the commands and options that they tell people to type.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { COMMANDS } from '../../src/cli/commands.js';
import { GATE_SWITCHES } from '../../src/model/outcome.js';
import * as guides from '../../stories/guide/commands.js';
import { RULES } from '../../stories/guide/rules.js';
import { CLERK, SUPERVISOR } from '../../stories/guide/steps.js';
import { SETTINGS } from '../../stories/guide/words.js';

const stories = readdirSync('stories').filter((name) => name.startsWith('guide-')).map((name) => readFileSync(`stories/${name}`, 'utf8')).join('\n');

test('every picture that a guide shows is there, and no other', () => {
  const steps = [...CLERK, ...SUPERVISOR].flatMap(({ zh }) => zh.parts.flatMap((part) => (typeof part === 'object' && 'picture' in part ? part.picture : [])));
  const shown = [...steps, ...[...stories.matchAll(/picture\('([\w-]+)'/g)].map(([, name]) => name)].map((name) => `${name}.png`);
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

// The rules are told in three places; each names every setting by which they are changed.
for (const file of ['SECURITY.md', 'README.zh-CN.md']) {
  test(`${file} says how each rule is changed`, () => {
    const text = readFileSync(file, 'utf8');
    const changed = [...RULES.flatMap((rule) => rule.settings), ...GATE_SWITCHES.map((name) => `gate.${name}`)];
    assert.deepEqual(changed.filter((setting) => !text.includes(`\`${setting}\``)), []);
  });
}

test('every switch of the gate has its words and its rule in the guide', () => {
  const paths = GATE_SWITCHES.map((name) => `gate.${name}`);
  assert.deepEqual(paths.filter((path) => !SETTINGS[path] || !RULES.some((rule) => rule.settings.includes(path))), []);
  for (const setting of ['values', 'extra', 'extraColumns']) assert.ok(SETTINGS[setting], setting);
});
