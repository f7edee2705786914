/** `sgs snippet`: the tags to paste. */
import { EDITORS, editorsNamed } from '../../prerender/editors.js';
import { FORMS, type Form } from '../../prerender/snippet.js';
import { CliError, EXIT, type Options, type Run } from '../command.js';
import { integrityOf } from '../own-files.js';
import { textOption } from '../options.js';

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

export const run: Run = async (_, options, io) => {
  const number = formOf(options);
  const form = FORMS.find((one) => one.number === number) as Form;
  const { kind, nonce } = options;
  io.say(form.when);
  await io.document(
    form.write({
      src: textOption(options, 'src') ?? 'sgs.js',
      feed: textOption(options, 'feed') ?? 'sgs.json',
      ...(options['sri'] && { integrity: integrityOf('sgs.js') }),
      ...(kind !== undefined && { kind: String(kind) }),
      ...(nonce !== undefined && { nonce: String(nonce) }),
    }).text,
  );
  return EXIT.ok;
};
