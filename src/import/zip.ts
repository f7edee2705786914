/**
 * Zip archives, one part at a time (APPNOTE 6.3.10). The list at the end of the archive says where parts are; only those that
 * are asked for are unpacked, piece by piece, and what comes out is counted while it comes: the size that an archive
 * states of itself may be a lie.
 */
import { Inflate } from 'fflate';
import { TableError } from './grid.js';
import { BROKEN, MAX_UNPACKED_BYTES, tooLarge } from './limits.js';

export interface ZipPart {
  readonly name: string;
  /** As the archive states it. */
  readonly size: number;
  readonly method: number;
  readonly encrypted: boolean;
  /** Where its own head begins. */
  readonly offset: number;
  readonly packedSize: number;
}

export interface ZipArchive {
  /** By the names in lower case, with forward slashes. */
  readonly parts: ReadonlyMap<string, ZipPart>;
  /** Pieces of a part. @throws {TableError} when it is broken, or when all that was unpacked of this archive is too much */
  readonly unpack: (part: ZipPart) => Generator<Uint8Array, void>;
  /** Bytes unpacked until now. */
  readonly unpacked: () => number;
}

/** Packed bytes that are unpacked in one go: at the best ratio (1 : 1032) 17 MB come of them. */
const PIECE = 16_384;

const END = 0x0605_4b50;
const ENTRY = 0x0201_4b50;
/** Length of the end record without its comment, and of the longest comment. */
const END_LENGTH = 22;
const COMMENT = 65_535;
/** Stands in the old fields where the number is in the extra field of zip64. */
const IN_EXTRA = 0xffff_ffff;

const partKey = (name: string): string => name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();

const broken = (): TableError => new TableError(BROKEN);

/** A number of eight bytes. */
const longAt = (view: DataView, at: number): number => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

/** Numbers that are too great for their old fields, in the order of APPNOTE 4.5.3. */
function fromExtra(view: DataView, from: number, to: number, old: readonly number[]): readonly number[] {
  if (!old.includes(IN_EXTRA)) return old;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return old.map((value) => {
      if (value !== IN_EXTRA || next + 8 > to) return value;
      next += 8;
      return longAt(view, next - 8);
    });
  }
  return old;
}

function partsOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, ZipPart> {
  let end = bytes.length - END_LENGTH;
  const first = Math.max(0, end - COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw broken();
  const decoder = new TextDecoder();
  const parts = new Map<string, ZipPart>();
  // Zip64 is for archives of 4 GB and more, or of 65,535 parts: no such file is read. Its end record stands in one place with the old one.
  let at = view.getUint32(end + 16, true);
  if (at === IN_EXTRA) at = end - 76 >= 0 ? longAt(view, end - 76 + 48) : at;
  for (; at + 46 <= end && view.getUint32(at, true) === ENTRY;) {
    const lengthAt = (field: number): number => view.getUint16(at + field, true);
    const [nameLength, extraLength, commentLength] = [lengthAt(28), lengthAt(30), lengthAt(32)];
    const nameEnd = at + 46 + nameLength;
    const name = decoder.decode(bytes.subarray(at + 46, nameEnd));
    const [size = 0, packedSize = 0, offset = 0] = fromExtra(view, nameEnd, Math.min(nameEnd + extraLength, end), [
      view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true),
    ]);
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    parts.set(partKey(name), { name, size, method: view.getUint16(at + 10, true), encrypted, offset, packedSize });
    at = nameEnd + extraLength + commentLength;
  }
  return parts;
}

/** @throws {TableError} when it is no archive */
export function openZip(bytes: Uint8Array, most = MAX_UNPACKED_BYTES): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_LENGTH) throw broken();
  const parts = partsOf(bytes, view);
  let unpacked = 0;
  const count = (more: number): void => {
    unpacked += more;
    if (unpacked > most) throw tooLarge(`文件解压后超过 ${Math.round(most / 1024 / 1024)} MB`);
  };
  function* unpack({ offset, packedSize, method, size, encrypted }: ZipPart): Generator<Uint8Array, void> {
    if (encrypted) throw broken();
    // What it says of itself is enough to refuse it; to accept it, it is counted.
    if (unpacked + size > most) count(size);
    if (offset + 30 > bytes.length) throw broken();
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const end = start + packedSize;
    if (end > bytes.length || (method !== 0 && method !== 8)) throw broken();
    const ready: Uint8Array[] = [];
    const inflate = new Inflate((piece) => ready.push(piece));
    for (let at = start; at < end; at += PIECE) {
      const packed = bytes.subarray(at, Math.min(at + PIECE, end));
      try {
        if (method === 8) inflate.push(packed, at + PIECE >= end);
        else ready.push(packed);
      } catch {
        throw broken();
      }
      for (const piece of ready) {
        count(piece.length);
        if (piece.length) yield piece;
      }
      ready.length = 0;
    }
  }
  return { parts, unpack, unpacked: () => unpacked };
}

/** A part by its path, as relationships write it. */
export const partAt = ({ parts }: Pick<ZipArchive, 'parts'>, path: string): ZipPart | undefined => parts.get(partKey(path));
