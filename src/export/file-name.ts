/** Names of files as every system can write them. */

/** Windows and URLs reserve these; formatting characters could make `exe.csv` look like something else. */
const FORBIDDEN = /[\\/:*?"<>|~#%\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Devices of Windows, whatever follows. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=[._]|$)/i;

/** Signs of a name, without date and ending: with its path it must stay below 255 bytes on Linux. */
const LONGEST = 60;

/**
 * `行政许可_2026-11-23.csv`
 * @param label what is in it; '' where nothing can be said
 * @param date ISO `YYYY-MM-DD` of the export
 * @param extension without the dot
 */
export function fileName(label: string, date: string, extension: string): string {
  const safe = (text: string): string => text.replace(FORBIDDEN, ' ').trim().replace(/\s+/g, '_');
  const name = [...safe(label)].slice(0, LONGEST).join('').replace(/^[._]{1,99}|[._]{1,99}$/g, '').replace(DEVICE, '_$&') || '双公示';
  return `${name}_${safe(date)}.${extension}`;
}
