import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createTextStream } from '../../src/feed/decode.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array, chunk = 1 << 20, ...args: Parameters<typeof createTextStream>): string => {
  const stream = createTextStream(...args);
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk) text += stream.push(bytes.subarray(at, at + chunk));
  return text + stream.end();
};
// Node has no encoder for GBK; every character of the text below has the same two bytes in GB2312, GBK and GB18030.
const TEXT = '云岫县市场监督管理局行政处罚决定书当事人未按规定明码标价';
const gbk = (text: string): Uint8Array => {
  const bytes: number[] = [];
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly [number, number]>();
  for (let a = 0xb0; a < 0xf8; a++) for (let b = 0xa1; b < 0xff; b++) table.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
  for (const char of text) bytes.push(...(table.get(char) ?? [char.charCodeAt(0)]));
  return new Uint8Array(bytes);
};

describe('decoding', () => {
  it('reads UTF-8 with and without a mark, in chunks of any size', () => {
    for (const chunk of [1, 2, 3, 7, 1000]) {
      assert.equal(decode(utf8(TEXT.repeat(9)), chunk), TEXT.repeat(9));
      assert.equal(decode(utf8('\ufeff' + TEXT), chunk), TEXT);
      assert.equal(decode(utf8(`{"a":"${TEXT}"}`), chunk), `{"a":"${TEXT}"}`);
    }
  });
  it('detects GBK that nobody announced, in chunks of any size', () => {
    for (const chunk of [1, 2, 3, 7, 1000]) assert.equal(decode(gbk(`{"a":"${TEXT}"}`), chunk), `{"a":"${TEXT}"}`);
    assert.equal(decode(gbk('公示')), '公示');
  });
  it('reads UTF-16 with a mark', () => {
    assert.equal(decode(new Uint8Array([0xff, 0xfe, 0x2d, 0x4e, 0x87, 0x65])), '中文');
    assert.equal(decode(new Uint8Array([0xfe, 0xff, 0x4e, 0x2d, 0x65, 0x87])), '中文');
  });
  it('is not misled by one broken character', () => {
    const bytes = utf8(TEXT.repeat(3));
    bytes[10] = 0xff;
    assert.match(decode(bytes), /行政处罚决定书/);
  });
  it('believes the configuration, and a charset nobody would name by mistake', () => {
    assert.equal(decode(gbk(TEXT), 4, 'gbk'), TEXT);
    assert.equal(decode(gbk(TEXT), 4, undefined, 'ISO-8859-1'), TEXT);
    assert.equal(decode(utf8(TEXT), 4, undefined, 'gb2312'), TEXT);
    assert.equal(decode(new Uint8Array([0xa4, 0xa4]), 4, undefined, 'big5'), '中');
    assert.equal(decode(utf8(TEXT), 4, 'no-such-charset'), TEXT);
  });
  it('reads nothing as nothing', () => {
    assert.equal(decode(new Uint8Array()), '');
    assert.equal(decode(utf8('{}')), '{}');
  });
  it('gives the same text however it is cut', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (text, chunk) => {
      const clean = text.replace(/^\ufeff/, '');
      if (!/[\u4e00-\u9fff]/.test(clean) && /[^\x00-\x7f]/.test(clean)) return;
      assert.equal(decode(utf8(clean), chunk), decode(utf8(clean)));
    }));
  });
});
