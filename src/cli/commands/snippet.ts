/** `sgs snippet`: the tags to paste. */
import { EDITORS, editorsNamed } from '../../prerender/editors.js';
import { FORMS, type Form } from '../../prerender/snippet.js';
import { CliError, EXIT, type Options, type Run } from '../command.js';
import { integrityOf } from '../own-files.js';
import { textOption } from '../options.js';
import { VERSION } from '../../model/version.js';

/** The form that was asked for, or that the editor leaves alone. */
function formOf({ form, editor }: Options): Form['number'] {
  if (editor === undefined) {
    const number = Number(form ?? 1);
    const known = FORMS.find((one) => one.number === number);
    if (!known) throw new CliError('--form 应为 1–5。');
    return known.number;
  }
  const forms = [...new Set(editorsNamed(String(editor)).map(([, number]) => number))];
  const [only] = forms;
  if (only === undefined) throw new CliError(`没有“${String(editor)}”的测试结果，已测试的有：${EDITORS.map(([name]) => name).join('、')}。`);
  if (forms.length > 1) throw new CliError(`请写明版本：${editorsNamed(String(editor)).map(([name]) => name).join('、')}。`);
  return only;
}

/** Whether an address means the same on every page of a site. */
const isFixed = (address: string): boolean => /^(?:\/|https?:)/i.test(address);

function folderOf(path = '/sgs/'): string {
  if (isFixed(path)) return path.endsWith('/') ? path : `${path}/`;
  throw new CliError('--folder 应以 / 开头，或是完整网址，如 /sgs/。');
}

export const run: Run = async (_, options, io) => {
  const number = formOf(options);
  const form = FORMS.find((one) => one.number === number) as Form;
  const { kind, nonce } = options;
  const folder = folderOf(textOption(options, 'folder'));
  // What has a fixed address is another script in each version; the hash belongs to one of them.
  const src = textOption(options, 'src') ?? `${folder}${options['sri'] ? `${VERSION}/` : ''}sgs.js`;
  const feed = textOption(options, 'feed') ?? `${folder}sgs.json`;
  io.say(form.when);
  for (const address of new Set([src, feed])) {
    if (!isFixed(address)) io.say(`${address} 是相对地址，按粘贴它的网页所在的文件夹计算，换一个网页就会失效：请以 / 开头，或用 --folder 写明文件夹。`);
  }
  await io.document(
    form.write({
      src,
      feed,
      ...(options['sri'] && { integrity: integrityOf('sgs.js') }),
      ...(kind !== undefined && { kind: String(kind) }),
      ...(nonce !== undefined && { nonce: String(nonce) }),
    }).text,
  );
  return EXIT.ok;
};
