// The npm that runs this script, else the one on the path.
import { spawnSync } from 'node:child_process';

/** What it writes. @throws where it fails, with its own words */
export function npm(...args: readonly string[]): string {
  const own = process.env['npm_execpath'];
  // A build has left `production` there, for which npm would leave out what is for development.
  const options = { encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, NODE_ENV: '' } } as const;
  const { status, stdout, stderr } = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args[0] ?? ''} failed: ${stderr}`);
  return stdout;
}
