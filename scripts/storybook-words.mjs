// @ts-check
/** Storybook has no translations: what its documentation and its controls write, as it stands in its code, and in Chinese. */
const WORDS = /** @type {readonly (readonly [code: string, chinese: string])[]} */ ([
  ['"span", null, "Name"', '"span", null, "名称"'],
  ['"span", null, "Description"', '"span", null, "说明"'],
  ['"span", null, "Default"', '"span", null, "默认值"'],
  ['"span", null, "Control"', '"span", null, "试一试"'],
  ['? "Hide" : "Show"', '? "收起" : "展开"'],
  ['label} item${itemCount !== 1 ? "s" : ""}`', 'label}`'],
  ['title = "Stories"', 'title = "各种情形"'],
  ['"Hide code" : "Show code"', '"收起代码" : "查看代码"'],
  ['?? "Copy code"', '?? "复制代码"'],
  ['"Copied!"', '"已复制"'],
  ['"Copy error!"', '"无法复制"'],
  ['" No code available"', '" 没有代码"'],
  ['"Set string"', '"填写"'],
  ['"Set number"', '"填写"'],
  ['"Set object"', '"填写"'],
  ['"Set boolean"', '"选择"'],
  ['"Choose color..."', '"选择颜色"'],
  ['"Resetting controls..." : "Reset controls"', '"正在恢复…" : "恢复默认"'],
]);

/** A minifier leaves the spaces out. @param {string} code */
const pattern = (code) => new RegExp(code.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s*'), 'g');
const PATTERNS = WORDS.map(([code, chinese]) => /** @type {const} */ ([code, pattern(code), chinese]));

/**
 * @param {string} text code of Storybook
 * @param {(code: string) => void} [onMissing] is told what the code does not say
 * @returns {string}
 */
export const inChinese = (text, onMissing) => PATTERNS.reduce((result, [code, known, chinese]) => {
  if (onMissing && result.search(known) < 0) onMissing(code);
  return result.replace(known, () => chinese);
}, text);
