// Web servers, with the settings of the release for how long files may be kept.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../serve.mjs';
import { gbkOf } from '../release/gbk.js';
import { serverFiles } from '../release/servers.js';
import { VERSION } from '../../src/model/version.js';
import { freePort, output, type Host } from './host.js';

const TAG = '<script src="/sgs/sgs.js" defer></script>\n<sgs-column feed="/sgs/sgs.json"><p><a href="/sgs/sgs.json">双公示数据</a></p></sgs-column>';
const article = (meta: string): string => `<!DOCTYPE html><html lang="zh-CN"><head>${meta}<title>双公示</title></head><body>${TAG}</body></html>`;
const UTF8 = article('<meta charset="utf-8">');
const GBK = gbkOf(article('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'));

const setting = (name: string): string => String(serverFiles(VERSION).find(([file]) => file === name)?.[1]);

const FOREVER = 'public, max-age=31536000, immutable';
const CACHE = { [`/sgs/${VERSION}/sgs.rules.js`]: FOREVER, '/sgs/sgs.js': 'no-cache', '/sgs/sgs.json': 'no-cache' };

const nginx: Host = {
  name: 'nginx', packages: ['nginx-light'], needs: ['/usr/sbin/nginx'],
  async run({ folder, install, write, start, answers }) {
    const port = await freePort();
    install('site');
    write('site/news/1.html', UTF8);
    write('site/news/gbk.html', GBK);
    write('nginx.conf', `daemon off; pid ${folder}/pid; error_log ${folder}/log; events {} worker_processes 1; user root;
http { include /etc/nginx/mime.types; access_log off; client_body_temp_path ${folder}/t; proxy_temp_path ${folder}/t; fastcgi_temp_path ${folder}/t;
uwsgi_temp_path ${folder}/t; scgi_temp_path ${folder}/t; server { listen 127.0.0.1:${port}; root ${folder}/site;\n${setting('nginx.conf')}} }`);
    start('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'log')]);
    const url = `http://127.0.0.1:${port}`;
    await answers(`${url}/sgs/sgs.json`);
    return {
      version: output('/usr/sbin/nginx', ['-v']).replace(/.*\//, '').trim(),
      trials: [
        { way: 'the tag, UTF-8; `nginx.conf` of the release', url: `${url}/news/1.html`, expected: 'column', cache: CACHE },
        { way: 'the tag, GBK page, no charset in the header', url: `${url}/news/gbk.html`, expected: 'column' },
      ],
    };
  },
};

const MODULES = ['mpm_event', 'authz_core', 'mime', 'headers', 'dir', 'alias'];

const apache: Host = {
  name: 'Apache', packages: ['apache2'], needs: ['/usr/sbin/apache2'],
  async run({ folder, install, write, start, answers }) {
    const port = await freePort();
    install('site');
    write('site/news/1.html', UTF8);
    write('site/news/gbk.html', GBK);
    write('site/sgs/.htaccess', setting('Apache.htaccess.txt'));
    const conf = write('apache.conf', `ServerRoot ${folder}
${MODULES.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
Listen 127.0.0.1:${port}\nServerName localhost\nPidFile ${folder}/pid\nErrorLog ${folder}/log\nTypesConfig /etc/mime.types\nDocumentRoot ${folder}/site
AddDefaultCharset GBK\n<Directory ${folder}/site>\nAllowOverride FileInfo\nRequire all granted\n</Directory>\n<Files 1.html>\nAddDefaultCharset Off\n</Files>\n`);
    start('/usr/sbin/apache2', ['-f', conf, '-DFOREGROUND']);
    const url = `http://127.0.0.1:${port}`;
    await answers(`${url}/sgs/sgs.json`);
    return {
      version: (/Apache\/([\d.]+)/.exec(output('/usr/sbin/apache2', ['-v'])) ?? [])[1] ?? '',
      trials: [
        { way: 'the tag, UTF-8; `.htaccess` of the release', url: `${url}/news/1.html`, expected: 'column', cache: CACHE },
        { way: 'the tag, GBK page, `AddDefaultCharset GBK`', url: `${url}/news/gbk.html`, expected: 'column' },
      ],
    };
  },
};

const JSP = (encoding: string): string =>
  `<%@ page contentType="text/html; charset=${encoding}" pageEncoding="${encoding}" %><%= "<!-- " + (6 * 7) + " -->" %>${article('')}`;

const tomcat: Host = {
  name: 'Tomcat', packages: ['tomcat10'], needs: ['/usr/share/tomcat10/bin/catalina.sh'],
  async run({ folder, install, write, start, answers }) {
    const port = await freePort();
    install('webapps/ROOT');
    write('webapps/ROOT/news/gbk.jsp', gbkOf(JSP('GBK')));
    write('webapps/ROOT/news/utf8.jsp', JSP('UTF-8'));
    write('webapps/ROOT/WEB-INF/web.xml', `<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">\n${setting('Tomcat.web.xml')}</web-app>\n`);
    write('conf/server.xml', `<Server port="-1"><Service name="Catalina"><Connector port="${port}" address="127.0.0.1"/>
<Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine></Service></Server>`);
    write('conf/web.xml', output('cat', ['/etc/tomcat10/web.xml']));
    for (const name of ['logs', 'temp', 'work']) mkdirSync(join(folder, name));
    start('/usr/share/tomcat10/bin/catalina.sh', ['run'], { env: { CATALINA_BASE: folder, CATALINA_HOME: '/usr/share/tomcat10', CATALINA_PID: '' } });
    const url = `http://127.0.0.1:${port}`;
    await answers(`${url}/sgs/sgs.json`);
    const version = /Server number:\s+([\d.]+)/.exec(output('/usr/share/tomcat10/bin/version.sh', []))?.[1] ?? '';
    return {
      version,
      trials: [
        {
          way: 'the tag in a GBK JSP; `web.xml` of the release', url: `${url}/news/gbk.jsp`, expected: 'column',
          cache: { [`/sgs/${VERSION}/sgs.rules.js`]: 'max-age=31536000', '/sgs/sgs.js': 'max-age=0', '/sgs/sgs.json': 'max-age=0' },
        },
        { way: 'the tag in a UTF-8 JSP', url: `${url}/news/utf8.jsp`, expected: 'column' },
      ],
    };
  },
};

/** No Windows here: a server of ours that answers as IIS 7 does. */
const iisLike: Host = {
  name: 'as IIS 7 answers (a stand-in)', packages: [], needs: [],
  async run({ folder, install, write, onEnd }) {
    install('site');
    write('site/news/1.html', UTF8);
    write('site/news/gbk.html', GBK);
    const [bare, set] = await Promise.all([false, true].map(async (knowsJson) => {
      const running = await serve({
        mounts: { '/': join(folder, 'site') },
        before: (_request, response, { pathname }) => {
          if (knowsJson || !pathname.endsWith('.json')) return false;
          response.writeHead(404, { 'content-type': 'text/html' }).end('<h3>HTTP Error 404.3 - Not Found</h3>');
          return true;
        },
      });
      onEnd(running.close);
      return running.url;
    }));
    return {
      version: 'none',
      trials: [
        { way: 'no MIME type for `.json`: 404.3; `?sgs-debug`', url: `${bare ?? ''}news/1.html?sgs-debug`, expected: 'told' },
        { way: '`web.config` of the release (its MIME type), no charset', url: `${set ?? ''}news/1.html`, expected: 'column' },
        { way: 'the same, GBK page', url: `${set ?? ''}news/gbk.html`, expected: 'column' },
      ],
    };
  },
};

export const SERVERS: readonly Host[] = [nginx, apache, tomcat, iisLike];
