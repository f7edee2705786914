import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import decodeQR from 'qr/decode.js';
import { qrCode } from '../../src/export/qr.js';

/** What a phone reads: the path drawn, four pixels a module. */
function read(address: string): string {
  const outcome = qrCode(address);
  assert.ok(outcome.ok, address);
  const { d, size } = outcome.value;
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      for (let column = Number(x) * scale; column < (Number(x) + Number(length)) * scale; column++) data.fill(0, 4 * (row * width + column), 4 * (row * width + column) + 3);
    }
  }
  assert.equal(d.replace(/M\d+ \d+h(\d+)v1h-\1z/g, ''), '');
  return decodeQR({ width, height: width, data });
}

describe('a QR code', () => {
  for (const address of [
    'https://www.example.gov.cn/sgs/',
    'https://www.example.gov.cn/sgs/?sgs.id=甬市监处罚〔2025〕7号#公示',
    'https://www.example.gov.cn/%E5%8F%8C%E5%85%AC%E7%A4%BA/100%25?a=b&c=%2F',
    'https://www.公示.cn/双公示',
    `https://www.example.gov.cn/?q=${'a'.repeat(700)}`,
  ]) test(`reads as ${address.slice(0, 60)}`, () => assert.equal(read(address), new URL(address).href));

  test('reads as any address', () => {
    fc.assert(fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => assert.equal(read(address), new URL(address).href)), { numRuns: 30 });
  });

  test('has a margin that readers need', () => {
    const outcome = qrCode('https://www.example.gov.cn/');
    assert.ok(outcome.ok);
    const { d, size } = outcome.value;
    for (const [, x, y, length] of d.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      assert.ok(Number(x) >= 4 && Number(y) >= 4 && Number(x) + Number(length) <= size - 4 && Number(y) < size - 4);
    }
  });

  test('holds long addresses, and says of longer ones that they are too long', () => {
    const long = (length: number): string => 'https://www.example.gov.cn/?'.padEnd(length, 'a');
    for (const length of [2331, 2332, 2953]) assert.equal(qrCode(long(length)).ok, true);
    assert.deepEqual(qrCode(long(2954)), { ok: false, reason: 'too-long' });
    assert.deepEqual(qrCode(`https://www.example.gov.cn/${'公'.repeat(400)}`), { ok: false, reason: 'too-long' });
  });

  test('is made of web addresses only', () => {
    for (const address of ['', '双公示', '/sgs/', 'javascript:alert(1)', 'http://']) assert.deepEqual(qrCode(address), { ok: false, reason: 'address' });
  });
});
