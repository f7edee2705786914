/** Words of repair and of the end of publicity, which are never the reason of a revocation. */

// A revocation says that the decision was wrong (行政处罚法 art. 48); the end of publicity says the contrary. Words of its end
// never stand as the reason of a revocation. 生态修复方案 and the like are part of a case.
const END_OF_PUBLICITY = new RegExp('信用修复|(?:已|已经|完成|准予|同意|予以|申请|通过)修复|修复(?:完成|成功|决定|证明|通过|申请|后|$)'
  + '|(?:终止|停止|结束|取消|不再|中止)(?:网上|对外)?(?:公示|公开|公布|发布|展示)|(?:公示|公开)期?限?(?:已经?)?(?:期?满|届满|到期|结束|终止|停止)'
  + '|移出(?:名单|黑榜|公示)');

/** Whether a text speaks of repair or of the end of publicity, and not of a revocation. */
export const speaksOfEnd = (text: string | undefined): boolean =>
  END_OF_PUBLICITY.test((text ?? '').normalize('NFKC').replace(/\s+/g, ''));
