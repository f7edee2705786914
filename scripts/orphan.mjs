// @ts-check
/**
 * Calls `stop` once when the process that started this one is gone. npm passes a SIGTERM to a shell that does not hand
 * it on, so without this a stopped `npm test` would leave a browser behind.
 * @param {() => void} stop
 */
export function whenOrphaned(stop) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 500);
  timer.unref();
}
