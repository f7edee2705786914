// The search of the site: exact, by parts of words, in every language; all words must stand in one section. The index is
// a script of its own (search-index.js), so that it works from a folder, where nothing can be fetched.
(function () {
  /** @typedef {readonly [page: string, title: string, anchor: string, heading: string, text: string]} Section */
  const MOST = 50;
  const AROUND = 60;
  const zh = document.documentElement.lang === 'zh-CN';
  const words = zh
    ? { none: (q) => `没有找到“${q}”。请换一个词，或者减少几个字。`, some: (n) => `找到 ${n} 处`, first: (n) => `找到 ${n} 处，以下是前 ${MOST} 处`, ask: '请输入要找的词，如“空白”“跨域”“page-size”。' }
    : { none: (q) => `Nothing contains “${q}”. Try another word, or a part of it.`, some: (n) => `${n} found`, first: (n) => `${n} found, the first ${MOST} are`, ask: 'Type what you look for, such as “blank”, “CORS”, “page-size”.' };

  /** Widths and case are no difference. Every character stays where it is, so that marks stand at their words. */
  const fold = (text) => text.replace(/[^]/g, (letter) => {
    const folded = letter.normalize('NFKC').toLowerCase();
    return folded.length === 1 ? folded : letter;
  });

  /** Characters of a text with what was looked for marked. */
  function marked(text, terms) {
    const folded = fold(text);
    const place = document.createDocumentFragment();
    let at = 0;
    while (at < text.length) {
      const next = terms.map((term) => [folded.indexOf(term, at), term]).filter(([found]) => found >= 0).sort((a, b) => a[0] - b[0] || b[1].length - a[1].length)[0];
      if (!next) break;
      place.append(text.slice(at, next[0]));
      const mark = document.createElement('mark');
      mark.textContent = text.slice(next[0], next[0] + next[1].length);
      place.append(mark);
      at = next[0] + next[1].length;
    }
    place.append(text.slice(at));
    return place;
  }

  /** The words around the first place. */
  function excerpt(text, terms) {
    const found = Math.max(0, Math.min(...terms.map((term) => fold(text).indexOf(term)).map((at) => (at < 0 ? Infinity : at))));
    const from = Number.isFinite(found) ? Math.max(0, found - AROUND) : 0;
    return `${from ? '…' : ''}${text.slice(from, from + 3 * AROUND)}${text.length > from + 3 * AROUND ? '…' : ''}`;
  }

  function show(query, list, status) {
    const terms = fold(query).split(/\s+/).filter(Boolean);
    list.textContent = '';
    if (!terms.length) {
      status.textContent = words.ask;
      return;
    }
    /** @type {readonly Section[]} */
    const sections = self.sgsSiteIndex || [];
    // Where the title or heading says it, first.
    const hits = sections
      .map((section) => [section, fold(section[1] + ' ' + section[3]), fold(section.join(' '))])
      .filter(([, , all]) => terms.every((term) => all.includes(term)))
      .map(([section, head]) => [section, terms.filter((term) => head.includes(term)).length])
      .sort((a, b) => b[1] - a[1]);
    status.textContent = hits.length > MOST ? words.first(hits.length) : hits.length ? words.some(hits.length) : words.none(query.trim());
    for (const [[page, title, anchor, heading, text]] of hits.slice(0, MOST)) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `${page}.html${anchor ? `#${encodeURIComponent(anchor)}` : ''}`;
      link.append(marked(heading && heading !== title ? `${title}：${heading}` : title, terms));
      const about = document.createElement('p');
      about.append(marked(excerpt(text, terms), terms));
      item.append(link, about);
      list.append(item);
    }
  }

  function onReady() {
    const input = document.getElementById('find');
    const list = document.getElementById('hits');
    const status = document.getElementById('hits-status');
    if (!input || !list || !status) return;
    input.value = new URLSearchParams(location.search).get('q') || '';
    show(input.value, list, status);
    input.addEventListener('input', () => show(input.value, list, status));
    input.form.addEventListener('submit', (event) => {
      event.preventDefault();
      show(input.value, list, status);
      status.focus();
    });
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', onReady);
  else onReady();
})();
