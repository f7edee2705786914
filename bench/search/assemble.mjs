// Unchecked, as peers.mjs: types are checked where the peers are not installed, too.
import { readFileSync } from 'node:fs';
import wabt from 'wabt';

/** The bytes of scan.wat. */
export async function assemble() {
  const tools = await wabt();
  return tools.parseWat('scan.wat', readFileSync(new URL('scan.wat', import.meta.url), 'utf8'), { simd: true }).toBinary({}).buffer;
}
