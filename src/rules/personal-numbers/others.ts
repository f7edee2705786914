/** What is personal and no number, in one pass over a text: each is looked for where its rarest character stands. */
import { ADDRESS_SIGNS, addressAt, FlatFinder, livingAt, ROADS } from './addresses.js';
import { CERTIFICATE_SIGNS, CertificateFinder } from './certificates.js';
import { birthAt, mailAt, messengerAt, plateAt, PROVINCES, speltMailAt } from './contacts.js';
import { ADDRESS, CERTIFICATE, FLAT, MAIL, MESSENGER, PLATE, WORD } from './hints.js';
import type { SpanList } from './span.js';

/** 邮, which is no @. */
const SPELT = 1 << 8;
const ROAD = 1 << 9;
const BIRTH = 1 << 10;
const LIVE = 1 << 11;
/** Of which of them a quick look has seen a hint. */
const OF_HINT: readonly (readonly [hint: number, bits: number])[] = [
  [MAIL, MAIL | SPELT], [MESSENGER, MESSENGER], [CERTIFICATE, CERTIFICATE], [PLATE, PLATE], [FLAT, FLAT | ROAD | BIRTH],
  [ADDRESS | FLAT, ADDRESS | LIVE],
];

const SIGNS = new Uint16Array(0x10000);
const mark = (signs: string, bit: number): void => {
  for (let i = 0; i < signs.length; i++) SIGNS[signs.charCodeAt(i)] = (SIGNS[signs.charCodeAt(i)] as number) | bit;
};
mark('@＠', MAIL);
mark('邮', SPELT);
mark('微薇威抖快钉宝VvQqWw', MESSENGER);
mark(CERTIFICATE_SIGNS, CERTIFICATE);
mark(PROVINCES, PLATE);
mark(ADDRESS_SIGNS, ADDRESS);
mark('住', LIVE);
mark(ROADS, ROAD);
mark('幢栋室楼元', FLAT);
mark('生', BIRTH);

/** @param seen the hints of a quick look; `person`: the record is a natural person's */
export const findOthers = (text: string, seen: number, person: boolean, spans: SpanList): void => {
  let mask = 0;
  for (const [hint, bits] of OF_HINT) if (seen & hint) mask |= bits;
  if (!(seen & WORD)) mask &= ~CERTIFICATE;
  if (!mask) return;
  const table = SIGNS;
  const certificates = new CertificateFinder(text, spans);
  const flats = new FlatFinder(text, spans);
  let mail = 0;
  let spelt = 0;
  let messenger = 0;
  let plate = 0;
  let address = 0;
  let living = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = (table[text.charCodeAt(i)] as number) & mask;
    if (sign === 0) continue;
    if (sign & CERTIFICATE) certificates.at(i);
    else if (sign & MAIL) mail = mailAt(text, i, mail, spans);
    else if (sign & MESSENGER) messenger = messengerAt(text, i, messenger, spans);
    else if (sign & PLATE) plate = plateAt(text, i, plate, spans);
    else if (sign & ROAD) flats.roadAt(i);
    else if (sign & FLAT) flats.unitAt(i);
    else if (sign & BIRTH) birthAt(text, i, spans);
    else if (sign & SPELT) spelt = speltMailAt(text, i, spelt, spans);
    if (sign & ADDRESS) address = addressAt(text, i, address, person, spans);
    if (sign & LIVE && i >= living) living = livingAt(text, i, spans);
  }
};
