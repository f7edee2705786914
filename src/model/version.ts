/** The version of this package; two copies of the script on one page share their state only when it is the same. */
export const VERSION = '0.1.0';
