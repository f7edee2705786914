import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sharedAddress } from '../../src/state/address.js';

describe('an address that is handed on', () => {
  const of = (href: string): string => sharedAddress(href, ['sgs', 'b']);
  test('carries what the lists say in it', () => {
    assert.equal(of('https://a.example/x.html?sgs-q=%E7%94%B2&sgs-id=1&b-page=2'), 'https://a.example/x.html?sgs-q=%E7%94%B2&sgs-id=1&b-page=2');
  });
  test('and nothing of the host’s: no token, no session, no ticket behind #, no password', () => {
    assert.equal(of('https://u:p@a.example/x;jsessionid=1/y.jsp;v=2?token=t&sgs-q=a&user-id=7&sgs-token=8#access_token=3'), 'https://a.example/x/y.jsp?sgs-q=a');
    assert.equal(of('https://a.example/x?ticket=ST-1'), 'https://a.example/x');
  });
});
