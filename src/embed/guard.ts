/** Nothing that goes wrong in here may reach the host page: it is said to the webmaster, and the page goes on. */
export function guarded<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    console.warn('sgs:', error);
    return undefined;
  }
}
