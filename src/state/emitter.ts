/** Listeners that are called one after the other; one that throws does not keep the others from being called. */
export class Emitter {
  private readonly listeners = new Set<() => void>();

  /** Adds a listener and returns what removes it again. */
  on(listener: () => void): () => void {
    // A wrapper of its own, so that the same function added twice is removed once at a time.
    const entry = (): void => listener();
    this.listeners.add(entry);
    return () => void this.listeners.delete(entry);
  }

  emit(): void {
    for (const listener of [...this.listeners]) {
      try {
        listener();
      } catch (error) {
        // The host page must not see an exception of ours (product contract, "When things go wrong").
        console.error('sgs:', error);
      }
    }
  }

  clear(): void {
    this.listeners.clear();
  }
}
