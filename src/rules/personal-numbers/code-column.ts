/** Code columns (统一社会信用代码, 工商注册号, 税务登记号 …): what stands in them may be a person's number. */
import { isCreditCode, isRegistrationNumber } from '../codes.js';
import { findPersonalNumbers } from './find.js';
import { isPublicCode } from './shapes.js';

/**
 * Whether a code may be shown. A natural person's columns carry a valid credit code (92…, of their business) or nothing:
 * whatever else stands there is an ID, a passport, a telephone number. An organisation's may carry any code in which no
 * personal number is found; long numbers without the shape of an ID are its tax number's.
 */
export const mayShowCode = (code: string, person: boolean): boolean => {
  const folded = code.normalize('NFKC').replace(/[\s\-—]/g, '').toUpperCase();
  if (isPublicCode(folded)) return true;
  // An area that is no province's, but no ID either: those have digits only, or several X's for what they hide.
  if (isCreditCode(folded) && (!person || folded.startsWith('9')) && /[A-Z]/.test(folded.slice(0, 17))
    && !/X.*X/.test(folded.slice(0, 17))) return true;
  if (person) return false;
  return isRegistrationNumber(folded) || findPersonalNumbers(code).every(({ kind }) => kind === 'bank');
};
