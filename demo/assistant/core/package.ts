/** Everything that goes to the site, in one archive: the data, the script and its parts, a page to try, and what to do. */
import { Zip, ZipDeflate } from 'fflate';

const LEVEL = 6;

/** @param files name and text, large ones in pieces */
export const zipFiles = (files: readonly (readonly [name: string, text: Iterable<string>])[]): Blob => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const utf8 = new TextEncoder();
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    parts.push(bytes);
  });
  for (const [name, text] of files) {
    const file = new ZipDeflate(name, { level: LEVEL });
    zip.add(file);
    for (const piece of text) file.push(utf8.encode(piece), false);
    file.push(new Uint8Array(), true);
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
};

/** @param snippet the code that was chosen */
export const readme = (template: string, text: string): string => [
  '双公示专栏：上传说明', '',
  '1. 把 sgs 文件夹整个上传到网站的根目录，使 https://您的网站/sgs/sgs.json 能打开。放在别处的，改下面代码里的地址。',
  '2. 把下面的代码放进网页；示例网页.html 上传后可以直接打开，供参考。', '',
  ...(template ? [template, ''] : []), text, '',
  '3. 以后更新数据，只要换掉 sgs.json。看不到专栏时，在网页地址后面加 ?sgs-debug 再打开，会写明原因。', '',
].join('\r\n');

export const trialPage = (template: string, text: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>双公示</title>
${template}
</head>
<body>
<h1>双公示</h1>
${text.replace('</sgs-column>', '  <p>这里看不到专栏？本网页要和同一文件夹的其他文件一起上传到网站，再用网址打开；在电脑上直接双击不显示。</p>\n</sgs-column>')}
</body>
</html>
`;
