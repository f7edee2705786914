/** Lets everything else run that waits: input, painting, other timers. @param ms milliseconds to wait at least */
export const yieldToEventLoop = (ms?: number): Promise<unknown> => new Promise((resolve) => void setTimeout(resolve, ms));
