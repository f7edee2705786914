// WordPress as its roles have it: what an author, an editor and an administrator may paste (KSES), and may upload.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, output, readText, type Host, type Seen } from './host.js';

const SOURCE = '/usr/share/wordpress';
const SETUP = 'scripts/hosts/wordpress.php';

/** What is pasted, as a block of HTML; `bare`: the theme does not bring the script. */
const FORMS: Readonly<Record<string, { readonly way: string; readonly code: string; readonly bare?: true }>> = {
  tag: { way: 'script and tag', code: '<script src="/sgs/sgs.js" defer></script><sgs-column feed="/sgs/sgs.json"></sgs-column>', bare: true },
  script: { way: 'the script alone', code: '<script src="/sgs/sgs.js" data-feed="/sgs/sgs.json"></script>', bare: true },
  div: { way: 'the `div`, script in the theme', code: '<div data-sgs="column" data-feed="/sgs/sgs.json"></div>' },
  link: { way: 'the link, script in the theme', code: '<a href="/sgs/sgs.json#sgs-column">双公示</a>' },
  frame: { way: 'an `iframe` of `/sgs/column.html`', code: '<iframe src="/sgs/column.html" title="双公示" width="100%" height="900"></iframe>', bare: true },
};

/** By role, what is seen of each form: an author has no `unfiltered_html`. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, Seen>>>> = {
  author: { tag: 'nothing', script: 'nothing', div: 'column', link: 'column', frame: 'nothing' },
  editor: { tag: 'column', script: 'column', div: 'column', link: 'column', frame: 'column' },
  administrator: { tag: 'column', script: 'column', div: 'column', link: 'column', frame: 'column' },
};

const THEME = '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><?php wp_head(); ?></head><body>'
  + '<?php while (have_posts()) { the_post(); the_content(); } wp_footer(); ?></body></html>';
const FUNCTIONS = "<?php add_action('wp_enqueue_scripts', function () {\n"
  + "  if (!isset($_GET['bare'])) wp_enqueue_script('sgs', '/sgs/sgs.js', [], null, true);\n});\n";

interface Made {
  readonly version: string;
  readonly posts: readonly { readonly role: string; readonly form: string; readonly id: number }[];
  readonly rights: readonly { readonly role: string; readonly unfiltered: boolean; readonly upload: boolean; readonly allowed: readonly string[] }[];
}

export const wordpress: Host = {
  name: 'WordPress', packages: ['wordpress', 'php-cli', 'php-mysql', 'mariadb-server'], needs: [SOURCE, '/usr/bin/php', '/usr/sbin/mariadbd'],
  async run({ folder, install, write, start, answers }) {
    const site = join(folder, 'site');
    cpSync(SOURCE, site, { recursive: true, dereference: true });
    install('site');
    write('site/wp-content/themes/sgs/style.css', '/* Theme Name: sgs */');
    write('site/wp-content/themes/sgs/index.php', THEME);
    write('site/wp-content/themes/sgs/functions.php', FUNCTIONS);
    const socket = join(folder, 'db.sock');
    mkdirSync(join(folder, 'db'));
    output('mariadb-install-db', ['--no-defaults', `--datadir=${folder}/db`, '--user=root', '--skip-test-db']);
    start('/usr/sbin/mariadbd', ['--no-defaults', `--datadir=${folder}/db`, `--socket=${socket}`, '--skip-networking', '--skip-grant-tables', '--user=root']);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    write('site/wp-config.php', `<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', ''); define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}');
define('DISABLE_WP_CRON', true); define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true);
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY', 'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $key) define($key, 'trial');
$table_prefix = 'wp_'; if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/'); require_once ABSPATH . 'wp-settings.php';\n`);
    write('site/setup.php', readText(SETUP));
    write('forms.json', JSON.stringify(Object.fromEntries(Object.entries(FORMS).map(([form, { code }]) => [form, code]))));
    const environment = { SGS_SOCKET: socket, SGS_FORMS: join(folder, 'forms.json'), SGS_ROLES: Object.keys(EXPECTED).join(' ') };
    output('php', [join(site, 'setup.php'), 'install'], environment);
    const text = output('php', [join(site, 'setup.php'), 'fill'], environment);
    const made = JSON.parse(text.slice(text.indexOf('{"version"'))) as Made;
    start('/usr/bin/php', ['-S', `127.0.0.1:${port}`, '-t', site], { env: { PHP_CLI_SERVER_WORKERS: '4' } });
    await answers(`${url}/sgs/sgs.json`);
    return {
      version: made.version,
      trials: made.posts.map(({ role, form, id }) => {
        const { way = '', bare } = FORMS[form] ?? {};
        return { way: `${role}: ${way}`, url: `${url}/?p=${id}${bare ? '&bare' : ''}`, expected: EXPECTED[role]?.[form] ?? 'nothing' };
      }),
      notes: made.rights.map(({ role, unfiltered, upload, allowed }) =>
        `WordPress, ${role}: ${unfiltered ? 'has' : 'has no'} \`unfiltered_html\`, ${upload ? 'may' : 'may not'} upload; of our files the media library takes ${allowed.join(', ') || 'none'}: they go to the server by FTP or the host’s panel.`),
    };
  },
};
