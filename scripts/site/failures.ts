/**
 * Why each failure happens and what helps, by its code: the cures of the page “排查”. What the citizen reads comes from the
 * locale; `told` are the sentences for the webmaster as the code writes them, with … where they name something. A type holds
 * the codes complete, and a test the sentences against the source, both ways.
 */
import type { FailureCode } from '../../src/model/failure.js';

export interface Advice {
  readonly title: string;
  readonly causes: readonly string[];
  readonly cures: readonly string[];
}

export interface FailureHelp {
  readonly told: readonly string[];
  readonly zh: Advice;
  readonly en: Advice;
}

export const FAILURES: Readonly<Record<FailureCode, FailureHelp>> = {
  address: {
    told: ['只能读取 http、https 地址或相对地址，地址中不能有用户名和密码。'],
    zh: {
      title: '没有写数据地址，或者地址不能用',
      causes: ['标签上没有 `feed`（写法二、三是 `data-feed`），或者被编辑器去掉了',
        '地址是 `file:`、`C:\\…`、`ftp:`，或者里面写了用户名和密码', '网页是在电脑上双击打开的，没有经过网站'],
      cures: ['查看网页源代码，确认标签上还有 `feed`；被去掉的，按编辑器换一种写法', '写成以 `/` 开头的地址，如 `/sgs/sgs.json`', '上传到网站后，用网址打开'],
    },
    en: {
      title: 'No address of a feed, or none that can be used',
      causes: ['The tag has no `feed` (`data-feed` in forms 2 and 3), or the editor has removed it',
        'The address is `file:`, `C:\\…` or `ftp:`, or holds a user name and password', 'The page was opened from a disk, not from a site'],
      cures: ['Look at the source of the page for `feed`; if it is gone, use the form that your editor leaves alone',
        'Write an address that begins with `/`, such as `/sgs/sgs.json`', 'Upload the page and open it by its address'],
    },
  },
  network: {
    told: ['无法连接：网络不通，或跨域未授权（CORS）。'],
    zh: {
      title: '连不上',
      causes: ['读者的网络断开，或者服务器没有响应', '数据在另一个域名（包括 `www` 与不带 `www`、http 与 https），对方没有允许跨域',
        'https 网页读取 http 地址，被浏览器拦下'],
      cures: ['在同一台电脑上直接打开数据地址：打不开就是网络或服务器的问题', '把数据放到与网页相同的域名下，地址以 `/` 开头',
        '必须跨域的，请对方在数据文件的响应头中加 `Access-Control-Allow-Origin: https://网页的域名`', '网页用 https，数据也用 https'],
    },
    en: {
      title: 'No connection',
      causes: ['The reader is offline, or the server does not answer',
        'The feed is on another origin (`www` and without, http and https count as others) that does not allow it', 'An https page reads an http address'],
      cures: ['Open the address of the feed itself on the same computer: if that fails, it is the network or the server',
        'Put the feed on the origin of the page, with an address that begins with `/`',
        'If it must be elsewhere, have that server send `Access-Control-Allow-Origin: https://your.site` with the feed', 'Serve both by https'],
    },
  },
  policy: {
    told: ['被网页的安全策略（connect-src）禁止。'],
    zh: {
      title: '被网页的安全策略禁止',
      causes: ['网站的内容安全策略（Content-Security-Policy）里，`connect-src` 不含数据的地址'],
      cures: ['请网站的技术人员在 `connect-src` 里加上数据所在的域名；数据与网页同一域名时写 `\'self\'`', '或者把数据放到策略已经允许的域名下'],
    },
    en: {
      title: 'Forbidden by the policy of the page',
      causes: ['`connect-src` of the site’s Content-Security-Policy does not name the origin of the feed'],
      cures: ['Have the origin of the feed added to `connect-src`; `\'self\'` where page and feed share one', 'Or put the feed where the policy allows it'],
    },
  },
  timeout: {
    told: ['… 秒内没有收到数据。'],
    zh: {
      title: '超时',
      causes: ['服务器很慢，或者接口每次都现查数据库', '防火墙、代理把请求挂住了'],
      cures: ['直接打开数据地址，看要等多久', '让接口输出静态的 JSON 文件，定时更新', '确实需要的，用配置项 `request.timeout` 延长（秒，默认 15）',
        '数据很大的，用 `sgs shard` 做成文件夹'],
    },
    en: {
      title: 'Too slow',
      causes: ['The server is slow, or queries a database for every reader', 'A firewall or proxy holds the request'],
      cures: ['Open the address itself and see how long it takes', 'Have the interface write a static JSON file now and then',
        'If it must be, allow more seconds with `request.timeout` (default 15)', 'Make a folder of a big feed with `sgs shard`'],
    },
  },
  http: {
    told: ['服务器返回状态码 …：地址有误、服务器故障，或被防火墙拦截。', '服务器报错，返回的是错误信息，不是数据。请联系接口的维护人员。', '接口返回的是错误（…），不是数据。…'],
    zh: {
      title: '服务器返回错误',
      causes: ['404：地址写错，或者相对地址从文章所在的目录算起，没有指到数据文件', '403、412、418：防火墙或防盗链拦截', '500、502、503：服务器或接口故障',
        '接口用 200 返回，但内容是错误信息（令牌失效、参数有误、数据库报错）', 'IIS 没有登记 `.json` 类型，也会返回 404'],
      cures: ['复制控制台里的地址，在浏览器里打开，直到能看到 JSON', '地址写成以 `/` 开头的绝对路径', '请防火墙的维护人员放行这个地址的 GET 请求',
        'IIS：在“MIME 类型”里添加 `.json`，类型 `application/json`'],
    },
    en: {
      title: 'The server answered with an error',
      causes: ['404: a wrong address; a relative one is counted from the folder of the article, not of the script', '403, 412, 418: a firewall or a guard against hot links',
        '500, 502, 503: the server or the interface is down', 'The interface answers 200 with an error in it (token, parameters, database)',
        'IIS knows no type for `.json`, which is a 404 as well'],
      cures: ['Open the address from the console in a browser until you see JSON', 'Write a path that begins with `/`',
        'Have the firewall let GET requests for this address pass', 'IIS: add `.json` as `application/json` to the MIME types'],
    },
  },
  html: {
    told: ['返回的是网页：地址有误、需要登录，或被防火墙拦截。', '返回的是网页，JSON 写在 <pre> 里。请让接口直接返回 JSON（Content-Type: application/json）。'],
    zh: {
      title: '读到的是网页，不是数据',
      causes: ['地址指向了网页，而不是 JSON 文件', '网站对不存在的地址返回首页（状态码 200）', '需要登录、验证码，或者被防火墙换成了提示页'],
      cures: ['在无痕窗口里打开数据地址：应当直接看到 `{` 或 `[` 开头的内容', '需要登录的接口不能直接公示，请导出成文件', '请防火墙的维护人员放行'],
    },
    en: {
      title: 'A web page instead of data',
      causes: ['The address is that of a page, not of the JSON file', 'The site answers unknown addresses with its start page (status 200)', 'A login, a captcha or a firewall’s page'],
      cures: ['Open the address in a private window: it must begin with `{` or `[`', 'What needs a login can’t be published directly: export it to a file', 'Have the firewall let it pass'],
    },
  },
  truncated: {
    told: ['数据不完整：连接中途断开。', '数据不完整：JSON 在中途结束。'],
    zh: {
      title: '数据只到一半',
      causes: ['上传没有完成，或者正在被改写', '连接中途断开，代理限制了文件大小', '响应头 `Content-Length` 小于实际大小'],
      cures: ['重新上传，完成后比较两边的文件大小', '先传成另一个文件名，再改名替换', '检查代理和压缩的设置'],
    },
    en: {
      title: 'Half of the data',
      causes: ['The upload did not end, or the file is being written', 'The connection broke, or a proxy limits the size', '`Content-Length` is less than the file'],
      cures: ['Upload again and compare the sizes', 'Upload under another name, then rename', 'Look at the settings of proxy and compression'],
    },
  },
  syntax: {
    told: ['数据不是有效的 JSON。', '数据为空。', '返回的是 Excel 工作簿（.xlsx）或压缩包，不是 JSON。请用 sgs convert 转换成 JSON 后再发布。',
      '返回的是 Excel 表格（.xls）或 Word 文档，不是 JSON。请用 sgs convert 转换成 JSON 后再发布。',
      '返回的是 gzip 压缩数据，但服务器没有声明 Content-Encoding: gzip。请更正响应头，或关闭压缩。', '返回的是 PDF 文件，不是 JSON。', '返回的是 XML，不是 JSON。…',
      '返回的是没有标记的 UTF-16 编码。请让接口返回 UTF-8，或在配置项 encoding 写明 utf-16le。',
      '返回的 JSON 经过了 HTML 转义（引号写成了 &quot;）。…', '返回的 JSON 被编码了两次（整段是一个字符串）。…',
      '返回的内容用单引号，像是 Python 或 JavaScript 的写法，不是 JSON。…', '返回的是 Python 的写法（None、True），不是 JSON。…',
      '返回的是 JavaScript 对象，字段名没有双引号，不是 JSON。…', '数据中有 NaN 或 Infinity，不是有效的 JSON。请让接口改为 null。',
      '数据中有多余的逗号，不是有效的 JSON。', '返回的像是 CSV 表格，不是 JSON。请用 sgs convert 转换成 JSON 后再发布。'],
    zh: {
      title: '不是有效的 JSON',
      causes: ['把 Excel、CSV、XML 的地址写进了 `feed`', '文件是手工改的，多了逗号、少了引号', '接口把 JSON 当文字又编码了一次，或者做了网页转义', '文件是空的'],
      cures: ['Excel、CSV 用助手或 `sgs convert` 转换', '`sgs check 文件` 会指出哪里不对', '请接口的维护人员直接返回 JSON'],
    },
    en: {
      title: 'Not JSON',
      causes: ['`feed` is the address of an Excel, CSV or XML file', 'The file was changed by hand: a comma too many, a quote too few',
        'The interface has encoded the JSON twice, or escaped it for HTML', 'The file is empty'],
      cures: ['Convert Excel and CSV with the assistant or `sgs convert`', '`sgs check file` says where it is wrong', 'Have the interface answer with plain JSON'],
    },
  },
  shape: {
    told: ['…记录是没有字段名的数组，不知道各列是什么。请让接口返回带字段名的对象，或另附列名（如 columns）。', '…没有找到公示记录。…', '读到 … 条，但都不能采用（…）。…',
      '不支持的数据版本 …，请升级 sgs.js。', '没有找到公示记录；缺少文件 sgs.rules.js。', '数据在翻页时有变动。', '内部错误：…', '内部错误：后台读取中断。',
      '数据文件夹的 sgs.json 指向了文件夹以外的地址，没有读取。请用 sgs shard 重新生成。'],
    zh: {
      title: '是 JSON，但里面找不到公示记录',
      causes: ['接口的返回格式与常见的都不同，或者记录没有字段名', '列名都认不出，或者每一条都没有名称和文号', '上传时漏了 `sgs.rules.js`', '数据由更新的版本生成'],
      cures: ['`sgs check 地址` 会列出读到了什么、认不出哪些列', '用配置项 `response.records` 说明记录在哪里（如 `data.list`），用 `mapping` 说明列名',
        '把 `sgs.js` 和同一版本的 `sgs.*.js` 全部上传到同一个文件夹', '升级 `sgs.js`'],
    },
    en: {
      title: 'JSON without records',
      causes: ['The envelope is none of the usual ones, or the records have no names of fields', 'No column is known, or no record has a name or a number',
        '`sgs.rules.js` was not uploaded', 'The feed was made by a later version'],
      cures: ['`sgs check address` lists what was read and which columns are not known',
        'Say where the records are with `response.records` (`data.list`), and what the columns mean with `mapping`',
        'Upload `sgs.js` and all `sgs.*.js` of one version into one folder', 'Upgrade `sgs.js`'],
    },
  },
  'too-large': {
    told: ['数据超过 … MB。见配置项 request.maxBytes。'],
    zh: {
      title: '数据太大',
      causes: ['数据文件超过上限（默认 256 MB）'],
      cures: ['用 `sgs shard` 做成文件夹，或者写入搜索引擎（`sgs index`）：读者每次只取几个小文件', '确实需要的，用配置项 `request.maxBytes` 放宽'],
    },
    en: {
      title: 'Too large',
      causes: ['The feed is larger than the limit (256 MB unless set)'],
      cures: ['Make a folder of it with `sgs shard`, or put it into a search engine with `sgs index`: readers then fetch a few small files',
        'If it must be, raise `request.maxBytes`'],
    },
  },
  config: {
    told: ['配置有误：…。', '无法读取配置：…', '配置不是有效的 JSON。', '缺少文件 sgs.setup.js。', '缺少文件 sgs.scale.js。', '数据接口不能按…查询（未设置配置项 …）。'],
    zh: {
      title: '配置有误，或者缺少文件',
      causes: ['配置文件的地址写错，或者不是有效的 JSON', '某一项的名称或值不对（控制台里写明是哪一项、应该是什么）', '使用配置、多个数据源、数据文件夹时，没有上传 `sgs.setup.js`、`sgs.scale.js`'],
      cures: ['按控制台的提示改正；不需要的项删掉', '先去掉 `config` 试一次：能显示，就是配置的问题', '把 `sgs.*.js` 全部上传'],
    },
    en: {
      title: 'The configuration is wrong, or a file is missing',
      causes: ['The address of the configuration is wrong, or it is no JSON', 'A key or value is not known (the console says which, and what it should be)',
        '`sgs.setup.js` or `sgs.scale.js` was not uploaded, which configurations, several feeds and folders need'],
      cures: ['Correct what the console names; leave out what is not needed', 'Try without `config`: if that works, it is the configuration', 'Upload all `sgs.*.js`'],
    },
  },
};
