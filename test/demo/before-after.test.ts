// What the assistant shows of a change: the cell as the table has it, and as it would be published.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { excerpt } from '../../demo/assistant/core/before-after.js';

describe('before and after', () => {
  it('shows short texts whole', () => {
    assert.deepEqual(excerpt('周小满', '周某'), ['周小满', '周某']);
  });
  it('shows of long ones what changes, with a little around it', () => {
    const start = '当事人在经营场所内销售超过保质期的食品并且没有建立进货查验记录';
    const end = '责令改正之后仍未整改到位，情节一般，依法应当予以处罚。';
    const [before, after] = excerpt(`${start}，电话13800000000，${end}`, `${start}，电话[已隐去]，${end}`);
    assert.equal(before, '…有建立进货查验记录，电话13800000000，责令改正之后仍未整改到…');
    assert.equal(after, '…有建立进货查验记录，电话[已隐去]，责令改正之后仍未整改到…');
  });
  it('never leaves out what differs', () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), fc.string({ maxLength: 120 }), (start, one, other, end) => {
      fc.pre(one !== other);
      const [before, after] = excerpt(start + one + end, start + other + end);
      assert.notEqual(before, after);
    }));
  });
});
