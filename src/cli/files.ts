/** Files, written whole or not at all. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CliError } from './command.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '文件不存在',
  EACCES: '没有权限，或文件正被其他程序打开（如 Excel）',
  EPERM: '没有权限，或文件正被其他程序打开（如 Excel）',
  EISDIR: '是一个文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  ENOSPC: '磁盘已满',
  EROFS: '磁盘只读',
  EBUSY: '文件正被其他程序使用，请先关闭（如 Excel）',
  ETXTBSY: '文件正被其他程序使用，请先关闭（如 Excel）',
  EEXIST: '已有同名的文件',
  ENOTEMPTY: '文件夹里还有其他文件',
  ELOOP: '链接指向了自己',
  ENAMETOOLONG: '文件名太长',
  EMFILE: '打开的文件太多',
  EIO: '磁盘读写出错',
  EINVAL: '文件名无效',
};

/** What the system said, for a person. */
export const fileError = (path: string, error: unknown): CliError => {
  const { code = '' } = error as { readonly code?: string };
  return new CliError(`${path}：${REASONS[code] ?? (code ? `读写失败（${code}）` : (error as Error).message)}。`);
};

/**
 * Writes a file so that whoever reads it at any moment, or after a crash, finds the old one or the new one, whole.
 * @param write gets the open file beside the old one
 * @throws {CliError} the old file is as it was then
 */
export async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  // In the same folder: only within one file system a new name is given in one step.
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'wx');
    try {
      await write(file);
      // Else the name may be on the disk before the bytes are.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error instanceof CliError ? error : fileError(path, error);
  }
}
