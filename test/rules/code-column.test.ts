import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayShowCode } from '../../src/rules/personal-numbers/code-column.js';

describe('code columns', () => {
  it('of a natural person carry a valid credit code or nothing', () => {
    assert.ok(mayShowCode('92349903MAQQW4A153', true));
    for (const code of ['99999970010101501', '999999XXXXXXXX0156', '身份证999999197001010156', 'E12345678', '13800000000',
      '999999700101015', '91350100M000100Y4Z', '330106000129004']) assert.ok(!mayShowCode(code, true), code);
  });
  it('of an organisation carry any code in which there is no personal number', () => {
    for (const code of ['913499198506121775', '91350211M0000XUF46', '330106000129004', '10110717-3', '3702021234567890',
      '12345678']) assert.ok(mayShowCode(code, false), code);
    for (const code of ['000000199001010018', '00000019900101001899', '999999XXXXXXXX0156', '13800000000',
      '999999700101017']) assert.ok(!mayShowCode(code, false), code);
  });
});
