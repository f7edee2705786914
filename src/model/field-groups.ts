/** How a record's fields stand together on the screen: the parts that the national tables of 2018 have (发改办财金〔2018〕424号). */
import type { FieldName } from './fields.js';

export type FieldGroup = 'decision' | 'subject' | 'content' | 'publicity';

const GROUPS: readonly (readonly [FieldGroup, string])[] = [
  ['decision', 'documentNumber documentName basis projectName caseName certificateName certificateNumber decidedOn '
    + 'validFrom validTo effectiveUntil authority authorityCode office catalogCode '
    + 'executedOn planNumber planName taskNumber taskName honorName year'],
  ['subject', 'subjectName creditCode subjectType registrationNumber organizationCode taxNumber institutionNumber '
    + 'socialOrgNumber legalRepresentative partyRole respondent'],
  ['content', 'category content facts violationType result fineAmount confiscatedAmount suspendedCertificate remedy '
    + 'measureType executionMethod inventory startedOn extension endedOn performance levyStandard levyAmount payBy grantStandard '
    + 'grantAmount level rewardForm inspectionForm inspectionMethod'],
  // Everything else.
  ['publicity', ''],
];

export const FIELD_GROUPS = GROUPS.map(([group]) => group);

export const groupOf = (field: FieldName): FieldGroup => GROUPS.find(([, fields]) => fields.split(' ').includes(field))?.[0] ?? 'publicity';
