// Hugo: Markdown in which HTML is left out unless the site allows it (`markup.goldmark.renderer.unsafe`).
import { join } from 'node:path';
import { serve } from '../serve.mjs';
import { output, type Host } from './host.js';

const TEMPLATE = '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Title }}</title><script src="/sgs/sgs.js" defer></script></head><body>{{ .Content }}</body></html>';
const CONTENT: Readonly<Record<string, string>> = {
  tag: '<sgs-column feed="/sgs/sgs.json"></sgs-column>',
  div: '<div data-sgs="column" data-feed="/sgs/sgs.json"></div>',
  link: '[双公示](/sgs/sgs.json#sgs-column)',
};

export const hugo: Host = {
  name: 'Hugo', packages: ['hugo'], needs: ['/usr/bin/hugo'],
  async run({ folder, install, write, onEnd }) {
    const urls: Record<string, string> = {};
    for (const unsafe of [false, true]) {
      const site = unsafe ? 'unsafe' : 'safe';
      install(`${site}/static`);
      write(`${site}/config.toml`, `baseURL = "/"\ntitle = "t"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n[markup.goldmark.renderer]\nunsafe = ${unsafe}\n`);
      for (const name of ['single', 'list']) write(`${site}/layouts/_default/${name}.html`, TEMPLATE);
      for (const [name, text] of Object.entries(CONTENT)) write(`${site}/content/news/${name}.md`, `---\ntitle: 双公示\n---\n\n前言。\n\n${text}\n`);
      output('/usr/bin/hugo', ['-s', join(folder, site)]);
      const { url, close } = await serve({ mounts: { '/': join(folder, site, 'public') } });
      onEnd(close);
      urls[site] = url;
    }
    const at = (site: string, name: string): string => `${urls[site] ?? ''}news/${name}/`;
    return {
      version: /v([\d.]+)/.exec(output('/usr/bin/hugo', ['version']))?.[1] ?? '',
      trials: [
        { way: 'the tag in Markdown, defaults (HTML is left out)', url: at('safe', 'tag'), expected: 'nothing' },
        { way: 'a Markdown link to `/sgs/sgs.json#sgs-column`, defaults, script in the template', url: at('safe', 'link'), expected: 'column' },
        { way: 'the tag in Markdown, `unsafe = true`', url: at('unsafe', 'tag'), expected: 'column' },
        { way: 'the `div` in Markdown, `unsafe = true`', url: at('unsafe', 'div'), expected: 'column' },
      ],
    };
  },
};
