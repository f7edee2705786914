// The menu of a narrow page, and a button beside each code that copies it. Without script the menu stands open.
(function () {
  const zh = document.documentElement.lang === 'zh-CN';

  function onReady() {
    const button = document.querySelector('.menu-button');
    const menu = document.getElementById('menu');
    if (button && menu) {
      button.hidden = false;
      document.body.classList.add('with-script');
      button.addEventListener('click', () => {
        const open = button.getAttribute('aria-expanded') !== 'true';
        button.setAttribute('aria-expanded', String(open));
        menu.classList.toggle('menu--open', open);
      });
    }
    if (!navigator.clipboard) return;
    const said = document.createElement('p');
    said.className = 'unseen';
    said.setAttribute('role', 'status');
    document.body.append(said);
    const addAll = () => { for (const pre of document.querySelectorAll('main pre')) if (!pre.closest('.code')) addCopy(pre, said); };
    addAll();
    // The configurator has made new code.
    document.addEventListener('site-code', addAll);
  }

  /** @param {Element} pre @param {HTMLElement} said where a screen reader hears of it */
  function addCopy(pre, said) {
    const name = zh ? '复制' : 'Copy';
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.className = 'copy';
    copy.textContent = name;
    copy.setAttribute('aria-label', `${name}${zh ? '：' : ': '}${pre.getAttribute('aria-label')}`);
    copy.addEventListener('click', () => {
      navigator.clipboard.writeText(pre.textContent || '').then(() => {
        said.textContent = '';
        said.textContent = copy.textContent = zh ? '已复制' : 'Copied';
        setTimeout(() => { copy.textContent = name; }, 2000);
      }, () => {
        // The browser or the person does not allow it: the code is marked, to be copied by hand.
        const selection = getSelection();
        if (selection) selection.selectAllChildren(pre);
      });
    });
    const box = document.createElement('div');
    box.className = 'code';
    pre.replaceWith(box);
    box.append(pre, copy);
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', onReady);
  else onReady();
})();
