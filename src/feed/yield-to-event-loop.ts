/** Lets everything else run that waits: input, painting, other timers. */
export const yieldToEventLoop = (): Promise<unknown> => new Promise((resolve) => void setTimeout(resolve));
