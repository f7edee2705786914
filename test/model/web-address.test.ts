import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { webAddress, withoutQuery } from '../../src/model/web-address.js';

describe('an address of the web', () => {
  it('is http or https, resolved by its base', () => {
    assert.equal(webAddress('https://a.example/x')?.href, 'https://a.example/x');
    assert.equal(webAddress('y?z', 'http://a.example/b/')?.href, 'http://a.example/b/y?z');
  });
  it('is none of another scheme, without a base, or with a name that looks like a host', () => {
    for (const text of ['javascript:alert(1)', 'data:,x', 'file:///x', 'x', 'https://', 'https://www.gov.example@evil.example/', 'http://:pw@a.example/'])
      assert.equal(webAddress(text), undefined, text);
  });
  it('is told without what stands behind ? and #', () => {
    for (const text of ['https://a.example/x?token=1', 'https://a.example/x#t', 'https://a.example/x']) assert.equal(withoutQuery(text), 'https://a.example/x');
  });
});
