/**
 * Below a list that can't be read, for the webmaster alone: what was asked for, what the server answered, and what to try.
 * Seen where the page's address has `?sgs-debug`, and on `localhost`; a citizen never sees it. Loaded when it is needed.
 */
import type { Failure, FailureCode } from '../model/failure.js';

/** What a webmaster may try, by what went wrong. */
export const REMEDIES: Readonly<Record<FailureCode, string>> = {
  address: '核对标签里的 feed：应是以 / 开头的路径，或 http、https 开头的完整网址。',
  network: '在浏览器里直接打开这个地址。打得开，说明数据在别的网站而对方没有授权跨域：请对方返回 Access-Control-Allow-Origin，或把数据文件放到本站。',
  policy: '请管理员在 Content-Security-Policy 的 connect-src 里加上这个地址所在的网站，或把数据文件放到本站并允许 \'self\'。',
  timeout: '在浏览器里直接打开这个地址，看要多久。数据很大的，用 sgs shard 做成文件夹；接口慢的，调大配置项 request.timeout（秒）。',
  http: '在浏览器里直接打开这个地址，看服务器说什么。',
  html: '这个地址给出的是网页，不是数据：多半是登录页、“找不到网页”或防火墙的验证页。在浏览器里打开看看，核对地址。',
  truncated: '重新上传数据文件；仍不完整的，检查服务器、代理对文件大小的限制。',
  syntax: '文件的格式被破坏：用 sgs check 或 assistant.html 检查，不要用记事本修改，重新生成后上传。',
  shape: '文件里没有认得出的公示记录：核对是不是数据文件；字段名特殊的，用配置项 mapping 说明。',
  'too-large': '用 sgs shard 把数据做成文件夹，feed 指向其中的 sgs.json；或调大配置项 request.maxBytes（字节）。',
  config: '核对 config 指向的文件：地址能否打开，内容是否是 JSON，各项是否正确；再看脚本旁边的文件是否齐全、是否同一版本。',
};

/** What a status mostly means, where it says more than that something failed. */
const STATUSES: Readonly<Record<number, string>> = {
  401: '这个地址要登录才能打开：公示数据应当不用登录。',
  403: '服务器或防火墙不让读这个文件：放开对它的访问。',
  404: '这个地址没有文件：核对文件夹和文件名（区分大小写）。feed 不以 / 开头时按网页所在的文件夹计算，请改成以 / 开头的路径。IIS 要先为 .json 添加 MIME 类型。',
  405: '这个地址不接受读取（GET）：核对地址，或用配置项 request 说明。',
  412: '多半是防火墙的拦截：请管理员放行这个地址。',
};

/** The lines, each a term and what it is. */
export function failureLines({ code, detail, url = '', status }: Failure): readonly (readonly [term: string, text: string])[] {
  return [
    ['读取的地址', url || '（没有）'],
    ['服务器的回答', status === undefined ? '没有状态码' : `状态码 ${status}`],
    ['原因', detail],
    ['怎么办', (code === 'http' && STATUSES[status ?? 0]) || REMEDIES[code]],
  ];
}

/** Notes by what they are about, of each element. */
const shown = new WeakMap<Element, Map<string, HTMLElement>>();

/**
 * Shows a failure below everything that the element renders, until it is over.
 * @param isCurrent whether it still is one; asked when the feed has been read again
 */
export function showFailure(host: HTMLElement, failure: Failure, isCurrent: () => boolean): void {
  const notes = shown.get(host) ?? new Map<string, HTMLElement>();
  shown.set(host, notes);
  const key = failure.url ?? '';
  notes.get(key)?.remove();
  if (!isCurrent()) return;
  const box = document.createElement('div');
  box.className = 'sgs no-font';
  box.lang = 'zh-CN';
  const note = document.createElement('div');
  note.className = 'note';
  box.append(note);
  for (const text of ['以下供网站管理员查看，访问者看不到：', ...failureLines(failure).map((line) => line.join('：'))]) {
    const line = document.createElement('p');
    line.textContent = text;
    note.append(line);
  }
  // After what Lit renders, which knows its own nodes and leaves others alone.
  host.shadowRoot?.append(box);
  notes.set(key, box);
  const onLoad = (): void => {
    if (isCurrent()) return;
    box.remove();
    host.removeEventListener('sgs-load', onLoad);
  };
  host.addEventListener('sgs-load', onLoad);
}
