// How long a browser may keep what: a folder of a version for ever, since nothing in it changes; what has a fixed name is
// asked about each time (304 where it is the same). RFC 9111, and RFC 8246 for `immutable`.
import type { Entry } from './zip.js';

const NGINX = `# nginx：放进网站的 server { } 里；文件夹不是 /sgs/ 时改两处路径
location ~ "^/sgs/[0-9]+\\.[0-9]+\\.[0-9]+/" {
    add_header Cache-Control "public, max-age=31536000, immutable";
}
location ~ "^/sgs/[^/]+\\.(js|json|html)$" {
    add_header Cache-Control "no-cache";
}
`;

const APACHE = `# Apache：改名为 .htaccess，放在 sgs 文件夹里（要启用 mod_headers，并允许 AllowOverride FileInfo）
<IfModule mod_mime.c>
  AddType application/json .json
  AddType text/javascript .js
</IfModule>
<IfModule mod_headers.c>
  Header set Cache-Control "no-cache"
  <If "%{REQUEST_URI} =~ m#/[0-9]+\\.[0-9]+\\.[0-9]+/#">
    Header set Cache-Control "public, max-age=31536000, immutable"
  </If>
</IfModule>
`;

/** IIS 7 and 8 answer 404 to a kind of file that they do not know, and do not know JSON. */
const iis = (version: string): string => `<?xml version="1.0" encoding="utf-8"?>
<!-- IIS：改名为 web.config，放在 sgs 文件夹里；升级后把 ${version} 改成新的版本号。
     没有 mimeMap 一行时，IIS 7、8 对 .json 回答 404。 -->
<configuration>
  <system.webServer>
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
      <clientCache cacheControlMode="DisableCache" />
    </staticContent>
  </system.webServer>
  <location path="${version}">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00" cacheControlCustom="public, immutable" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`;

/** The filter has no list of patterns that it leaves out, so what has a fixed name is named. */
const tomcat = (version: string): string => {
  const filter = (name: string, expires: string): string => `<filter>
  <filter-name>${name}</filter-name>
  <filter-class>org.apache.catalina.filters.ExpiresFilter</filter-class>
  <init-param><param-name>ExpiresDefault</param-name><param-value>access plus ${expires}</param-value></init-param>
</filter>`;
  const mapping = (name: string, pattern: string): string =>
    `<filter-mapping><filter-name>${name}</filter-name><url-pattern>${pattern}</url-pattern></filter-mapping>`;
  return [
    `<!-- Tomcat：放进网站 WEB-INF/web.xml 的 <web-app> 里；升级后把 ${version} 改成新的版本号 -->`,
    filter('sgs-version', '1 year'),
    filter('sgs-fixed', '0 seconds'),
    mapping('sgs-version', `/sgs/${version}/*`),
    ...['sgs.js', 'sgs.json', 'sgs.config.json'].map((file) => mapping('sgs-fixed', `/sgs/${file}`)),
    '<mime-mapping><extension>json</extension><mime-type>application/json</mime-type></mime-mapping>',
    '',
  ].join('\n');
};

export const serverFiles = (version: string): readonly Entry[] => [
  ['nginx.conf', NGINX],
  ['Apache.htaccess.txt', APACHE],
  ['IIS.web.config.txt', iis(version)],
  ['Tomcat.web.xml', tomcat(version)],
];
