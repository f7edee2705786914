/** What can happen to an entry of a feed on its way to the page, besides being shown. */

/** Why the gate held a record back (product contract, "Rules"). */
export const WITHHELD_REASONS = ['internal', 'restricted', 'revoked', 'expired', 'future', 'minor'] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** Why an entry was set aside as bad. */
export type RejectedReason = 'no-record' | 'no-kind' | 'no-name-and-number' | 'bad-date' | 'no-basis';
