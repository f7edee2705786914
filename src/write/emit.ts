/** How files of a segment leave their writers: whoever calls compresses and keeps them. */

/** @param name within the segment @param bytes valid until it returns */
export type Emit = (name: string, bytes: Uint8Array) => void;
