/** Listeners that are called one after the other; one that throws does not keep the others from being called. */
export function createEmitter() {
  const listeners = new Set<() => void>();
  return {
    /** Adds a listener and returns what removes it again. */
    on: (listener: () => void): (() => void) => {
      // A wrapper of its own, so that the same function added twice is removed once at a time.
      const entry = (): void => listener();
      listeners.add(entry);
      return () => void listeners.delete(entry);
    },

    emit: (): void => {
      for (const listener of [...listeners]) {
        try {
          listener();
        } catch (error) {
          // The host page must not see an exception of ours (product contract, "When things go wrong").
          console.error('sgs:', error);
        }
      }
    },
  };
}
