// The npm that runs this script, else the one on the path.
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';

/** What it writes. @throws where it fails, with its own words */
export function npm(...args: readonly string[]): string {
  const own = process.env['npm_execpath'];
  // It sorts by the language of whoever runs it; and a build has left `production` there, for which it leaves out what is
  // for development.
  const options = { encoding: 'utf8', maxBuffer: 1e8, env: { ...process.env, NODE_ENV: '', LC_ALL: 'C' } } as const;
  const { status, stdout, stderr } = own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args[0] ?? ''} failed: ${stderr}`);
  return stdout;
}

/** Packs the package into a folder. npm keeps the rights that files happen to have (umask), so they get the usual ones. */
export function packInto(folder: string): void {
  const options = ['--ignore-scripts', '--json', '--pack-destination', folder];
  const [list] = JSON.parse(npm('pack', '--dry-run', ...options)) as readonly { readonly files: readonly { readonly path: string }[] }[];
  for (const { path } of list?.files ?? []) chmodSync(path, 0o644);
  npm('pack', ...options);
}
