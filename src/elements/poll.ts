/**
 * Does its work every so many minutes (at least one, give or take a tenth, so that not all readers ask a server at once),
 * but not while nobody sees the page: then as soon as somebody does. Call what it returns to end it.
 */
export function poll(minutes: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const plan = (): void => {
    // A longer time than 24 days would be none at all to a browser.
    if (minutes > 0) timer = setTimeout(act, 6e4 * Math.min(Math.max(minutes * (0.9 + Math.random() / 5), 1), 35e3));
  };
  const act = (): void => {
    if (document.hidden) document.addEventListener('visibilitychange', act, { once: true });
    else {
      work();
      plan();
    }
  };
  plan();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', act);
  };
}
