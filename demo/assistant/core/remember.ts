/** Mappings made by hand, by the header they were made for. Names of columns only: no value of any cell is ever kept. */

const KEY = 'sgs-assistant-mappings@1';
/** Headers remembered; the oldest goes. */
const MOST = 50;

type Mappings = Map<string, Readonly<Record<string, string>>>;

/** What is remembered; nothing where the browser keeps nothing. */
export const remembered = (): Mappings => {
  try {
    const entries: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return new Map(Array.isArray(entries) ? entries as [string, Record<string, string>][] : []);
  } catch {
    return new Map();
  }
};

/** Keeps them; false where the browser does not. */
export const remember = (mappings: Mappings): boolean => {
  try {
    const entries = [...mappings].filter(([, mapping]) => Object.keys(mapping).length > 0).slice(-MOST);
    if (entries.length) localStorage.setItem(KEY, JSON.stringify(entries));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
};
