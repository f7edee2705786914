import { sharedAddress } from '../state/address.js';
import { claimedUrlKeys } from '../state/registry.js';

/** Where this page is found, as it is printed, exported and copied: without the host's own parameters. */
export const pageAddress = (href = location.href): string => sharedAddress(new URL(href, location.href).href, claimedUrlKeys());
