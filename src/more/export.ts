/** The second file for taking records along, loaded when somebody asks for it: files and QR codes. */
import { exportFile } from '../export/file.js';
import { qrCode } from '../export/qr.js';

/** What the file brings. */
export const exporting = { exportFile, qrCode } as const;
export type Exporting = typeof exporting;
