// MediaWiki: no HTML of one's own in a page; an administrator may add a script to all (MediaWiki:Common.js).
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { freePort, output, type Host } from './host.js';

const SOURCE = '/usr/share/mediawiki';

export const mediawiki: Host = {
  name: 'MediaWiki', packages: ['mediawiki', 'php-cli', 'php-sqlite3'], needs: [SOURCE, '/usr/bin/php'],
  async run({ folder, install, start, answers }) {
    const site = join(folder, 'site');
    // Debian links to settings that are not there yet.
    cpSync(SOURCE, site, { recursive: true, dereference: true, filter: (path) => !path.endsWith('LocalSettings.php') });
    install('site');
    mkdirSync(join(folder, 'db'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const maintenance = (script: string): string => join(site, 'maintenance', script);
    output('php', [maintenance('install.php'), '--dbtype', 'sqlite', '--dbpath', join(folder, 'db'), '--server', url, '--scriptpath', '', '--pass', 'trial-password-1', 'Trial', 'Admin']);
    const edit = (title: string, text: string): void => {
      const { status, stderr } = spawnSync('php', [maintenance('edit.php'), '--user', 'Admin', title], { input: text, encoding: 'utf8' });
      if (status !== 0) throw new Error(`MediaWiki did not take ${title}: ${stderr}`);
    };
    edit('MediaWiki:Common.js', "mw.loader.load('/sgs/sgs.js');");
    edit('Tag', '<sgs-column feed="/sgs/sgs.json"></sgs-column>');
    edit('Div', '<div data-sgs="column" data-feed="/sgs/sgs.json"></div>');
    edit('Link', `[${url}/sgs/sgs.json#sgs-column 双公示]`);
    start('/usr/bin/php', ['-S', `127.0.0.1:${port}`, '-t', site], { env: { PHP_CLI_SERVER_WORKERS: '4' } });
    await answers(`${url}/sgs/sgs.json`);
    const version = /MediaWiki version: ([\d.]+)/.exec(output('php', [maintenance('version.php')]))?.[1] ?? '';
    const page = (title: string): string => `${url}/index.php?title=${title}`;
    return {
      version,
      trials: [
        { way: 'the tag in a page, script in `MediaWiki:Common.js`', url: page('Tag'), expected: 'nothing' },
        { way: 'the `div` in a page, script in `MediaWiki:Common.js`', url: page('Div'), expected: 'column' },
        { way: 'an external link, script in `MediaWiki:Common.js`', url: page('Link'), expected: 'column' },
      ],
    };
  },
};
