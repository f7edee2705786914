/** What an answer is that is no JSON, said to the webmaster: the kind of thing, and what to ask the server's people for. */
import { FeedFailure, type FailureCode } from '../model/failure.js';

/** Characters at the beginning that tell. */
const LOOKED_AT = 4000;

const ASK = '请让接口直接返回 JSON。';

type Thing = readonly [code: FailureCode, looks: RegExp, detail: string];

const PAGE_START = /^\s*<(?:!doctype|html|head|body|title|meta)/i;

/** The first that fits. */
const THINGS: readonly Thing[] = [
  ['syntax', /^PK[\u0003\u0005]/, '返回的是 Excel 工作簿（.xlsx）或压缩包，不是 JSON。请用 sgs convert 转换成 JSON 后再发布。'],
  // D0 CF 11 E0, as GB 18030 and as UTF-8 make text of it.
  ['syntax', /^(?:\u90a2\u0011\u5537|\ufffd{2}\u0011\ufffd)/,
    '返回的是 Excel 表格（.xls）或 Word 文档，不是 JSON。请用 sgs convert 转换成 JSON 后再发布。'],
  ['syntax', /^\u001f[\ufffd\u008b]/, '返回的是 gzip 压缩数据，但服务器没有声明 Content-Encoding: gzip。请更正响应头，或关闭压缩。'],
  ['syntax', /^%PDF/, '返回的是 PDF 文件，不是 JSON。'],
  ['html', /<pre\b[^>]{0,300}>\s*[[{]/i, '返回的是网页，JSON 写在 <pre> 里。请让接口直接返回 JSON（Content-Type: application/json）。'],
  ['html', PAGE_START, '返回的是网页：地址有误、需要登录，或被防火墙拦截。'],
  ['syntax', /^\s*<\?xml|^\s*<(?:soap|soapenv|DB_DEFAULT_ROOT|datastore|root|response|result|data|records?|rss|feed)\b/i,
    `返回的是 XML，不是 JSON。${ASK}`],
  ['html', /^\s*</, '返回的是网页：地址有误、需要登录，或被防火墙拦截。'],
  ['http', new RegExp('\\bORA-\\d{5}\\b|SQLException|\\bSQLSTATE\\b|Exception in thread|\\bat (?:java|javax|org|com)\\.'
    + '|Traceback \\(most|Fatal error:|Internal Server Error'),
    '服务器报错，返回的是错误信息，不是数据。请联系接口的维护人员。'],
  ['syntax', /^(?:[[{]\u0000|\u0000[[{])/, '返回的是没有标记的 UTF-16 编码。请让接口返回 UTF-8，或在配置项 encoding 写明 utf-16le。'],
  ['syntax', /[[{]\s*&(?:quot|#34);/, `返回的 JSON 经过了 HTML 转义（引号写成了 &quot;）。${ASK}`],
  ['syntax', /^\s*"\s*[[{]\s*(?:\\"|\}|\])|^\s*"\s*\[\s*\{|^\s*[[{]\s*\\"/, `返回的 JSON 被编码了两次（整段是一个字符串）。${ASK}`],
  ['syntax', /[{,]\s*'[^']{1,80}'\s*:/, `返回的内容用单引号，像是 Python 或 JavaScript 的写法，不是 JSON。${ASK}`],
  ['syntax', /[[{,:]\s*(?:None|True|False)\s*[,}\]]/, `返回的是 Python 的写法（None、True），不是 JSON。${ASK}`],
  ['syntax', /[{,]\s*[\p{L}_$][\p{L}\p{N}_$]{0,80}\s*:/u, `返回的是 JavaScript 对象，字段名没有双引号，不是 JSON。${ASK}`],
  ['syntax', /:\s*-?(?:NaN|Infinity)\b/, `数据中有 NaN 或 Infinity，不是有效的 JSON。请让接口改为 null。`],
  ['syntax', /,\s*[}\]]/, '数据中有多余的逗号，不是有效的 JSON。'],
  ['syntax', /^[^\n{[]{1,2000}[,\t][^\n]{0,2000}\n[^\n]{0,2000}[,\t]/, '返回的像是 CSV 表格，不是 JSON。请用 sgs convert 转换成 JSON 后再发布。'],
];

/** The failure that says what a text is, where it is known to be something else than JSON. */
export function knownThing(text: string): FeedFailure | undefined {
  const start = text.slice(0, LOOKED_AT);
  const [code, , detail] = THINGS.find(([, looks]) => looks.test(start)) ?? [];
  return code && detail ? new FeedFailure({ code, detail }) : undefined;
}

/** The failure that says what a text is which is no JSON. */
export const whatItIs = (text: string): FeedFailure =>
  knownThing(text) ?? new FeedFailure({ code: 'syntax', detail: text.trim() ? '数据不是有效的 JSON。' : '数据为空。' });
