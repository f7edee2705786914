/** Values of a folder as the bytes of their JSON. */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export const encodeJson = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- files of a folder are ours: their types are in format.ts
export const parseJson = <T>(bytes: Uint8Array): T => JSON.parse(decoder.decode(bytes)) as T;
