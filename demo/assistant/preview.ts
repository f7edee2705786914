/** The real widget in a frame of its own: no origin, no storage, and the page's policy, which lets it connect to nobody. */
import type { SgsConfig } from '../../src/model/config.js';
import { embeddedText } from './core/embedded.js';

/** The widget's files, as they stand in this page. */
export const widgetFiles = (): readonly (readonly [name: string, text: string])[] =>
  [...document.querySelectorAll<HTMLScriptElement>('script[data-file^="sgs."]')].map(({ dataset, textContent }) => [
    dataset['file'] ?? '',
    textContent,
  ]);

/** What the frame is made of: nothing of any record is in it. */
const frameOf = (): string => {
  const scripts = [
    'preview-frame.js',
    ...widgetFiles()
      .map(([name]) => name)
      .filter((name) => name.endsWith('.js')),
  ]
    .map((name) => `<script>${embeddedText(name)}</script>`)
    .join('');
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><base href="https://preview.invalid/"><title>预览</title><style>body{margin:0;padding:16px;font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}</style></head><body><main></main>${scripts}</body></html>`;
};

interface PreviewContent {
  readonly attributes: Readonly<Record<string, string>>;
  readonly config?: SgsConfig | undefined;
  /** The document's text; undefined where it is what the frame has. */
  readonly document: string;
}

/** The frame, and what it shows: told as soon as it listens, again whenever it comes back into the page. */
class Preview {
  readonly frame = document.createElement('iframe');
  private ready = false;
  private content: PreviewContent | undefined;
  private sent: PreviewContent | undefined;

  constructor() {
    const { frame } = this;
    frame.id = 'preview';
    frame.title = '专栏预览';
    // Before its content: what it may do is settled when it is loaded.
    frame.setAttribute('sandbox', 'allow-scripts allow-downloads allow-modals');
    frame.setAttribute('srcdoc', frameOf());
    addEventListener('message', ({ source, data }: MessageEvent<{ ready?: true; height?: number }>) => {
      if (source !== frame.contentWindow) return;
      if (data.height !== undefined) frame.style.height = `${Math.min(Math.max(data.height, 200), 4000)}px`;
      if (!data.ready) return;
      this.ready = true;
      this.sent = undefined;
      this.send();
    });
  }

  show(content: PreviewContent): void {
    this.content = content;
    this.send();
  }

  private send(): void {
    const { content, sent } = this;
    if (
      !this.ready
      || !content
      || (content.document === sent?.document && JSON.stringify([content.attributes, content.config]) === JSON.stringify([sent.attributes, sent.config]))
    )
      return;
    const { attributes, config, document: text } = content;
    // An origin that is none can't be named.
    this.frame.contentWindow?.postMessage(
      {
        tag: 'sgs-column',
        config,
        attributes: { feed: 'sgs.json', 'url-key': '', ...attributes },
        ...(text !== sent?.document && { document: text }),
      },
      '*',
    );
    this.sent = content;
  }
}

export const preview = new Preview();
