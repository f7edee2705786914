/** Two 32-bit hashes of FNV-1a with different beginnings; nothing secret goes in. */
export const hashText = (text: string): string => [0x811c9dc5, 0x1b873593].map((seed) => {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}).join('');
