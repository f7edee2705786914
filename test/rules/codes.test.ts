import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { birthDateOf, isCalendarDay, isCreditCode, isOrganizationCode, isPersonalCode, isPlaceholderCode, isRegistrationNumber, isResidentId, isSpoiltCode, resemblesResidentId } from '../../src/rules/codes.js';

// Vectors of public organisations and of the standards' own examples; resident IDs carry impossible area codes.
const all = (check: (code: string) => boolean, codes: string): boolean[] => codes.split(' ').map(check);

describe('统一社会信用代码 (GB 32100)', () => {
  const valid = '91110000101107173B 91110000100024296D 91420000757013137P 91440000214401707F 91430000183764483Y 911201161030636028 914403006803525199 9165000022859700XU 9131011513230855XK 9144030071526726XG 11230500001755309F 11420000MB15291767 12100000400000624D 91350100M000100Y43';
  const invalid = '91350100M000100Y4Z 91110000101107173A 91110000100024269D 91110000101107713B 9144030071526726OG 91310115MA1G4L1WXK 91110000710925032N 00000000000000000X 91350211M0000XUF46 91350100M0001TGQXM 9135010 ';
  it('accepts codes whose check character fits', () => assert.ok(all(isCreditCode, valid).every(Boolean)));
  it('refuses the others', () => assert.ok(!all(isCreditCode, invalid).some(Boolean)));
  it('knows the placeholder that means “no code”', () => {
    assert.ok(isPlaceholderCode('00000000000000000X'));
    assert.ok(!isPlaceholderCode('91110000101107173B'));
  });
});

describe('组织机构代码 (GB 11714)', () => {
  it('accepts and refuses by the check character', () => {
    assert.ok(all(isOrganizationCode, '10110717-3 22859700-X 13230855-X MA1B3N1N-2 MB152917-6 00175530-9 71526726-X D2143569-X 101107173').every(Boolean));
    assert.ok(!all(isOrganizationCode, '10110717-4 22859700-0 MA1B3N1N-3 10117017-3 D2000000-0 1011071 1011071a-3').some(Boolean));
  });
});

describe('工商注册号 (GS 15)', () => {
  it('accepts and refuses by the check digit', () => {
    assert.ok(all(isRegistrationNumber, '330106000129004 440301103097413 330100400015575 110108012660422 110108002734659 440301501121156 110108000000016').every(Boolean));
    assert.ok(!all(isRegistrationNumber, '110000450000001 100000000000016 310000000000001 340000000000017 330106000129005 3301060001290').some(Boolean));
  });
});

describe('公民身份号码 (GB 11643)', () => {
  it('detects numbers with a date of birth and a right check character', () => {
    assert.ok(all(isResidentId, '000000199001010018 000000194910010020 000000200002290037 000000198512319995 999999197001010156').every(Boolean));
    assert.ok(!all(isResidentId, '000000199001010019 000000199002300017 911201161030636028 00000019900101001').some(Boolean));
    assert.ok(isResidentId('99999919600612043x'));
  });
  it('knows one by its looks, right or wrong, of 18 digits or 15', () => {
    assert.ok(resemblesResidentId('000000199001010019'));
    assert.ok(resemblesResidentId('000000900101001'));
    assert.ok(!resemblesResidentId('000000901301001'));
    assert.ok(!resemblesResidentId('12345'));
  });
  it('is found in a column of codes, whole, mistyped, half hidden or with digits behind it; codes of firms are not', () => {
    assert.ok(all(isPersonalCode, '000000199001010018 000000199001010019 000000********0018 000000＊＊＊＊0018 00000019900101001823 000000900101002').every(Boolean));
    assert.ok(!all(isPersonalCode, '91110000101107173B 911201161030636028 440301103097413 12345 00000019900101001923').some(Boolean));
  });
  it('reads the date of birth', () => {
    assert.equal(birthDateOf('000000200002290037'), '2000-02-29');
    assert.equal(birthDateOf('not a number'), undefined);
  });
});

describe('calendar days', () => {
  it('knows leap years and months', () => {
    assert.ok(isCalendarDay(2024, 2, 29));
    assert.ok(!isCalendarDay(2025, 2, 29));
    assert.ok(!isCalendarDay(2025, 13, 1));
    assert.ok(!isCalendarDay(2025, 0, 1));
    assert.ok(!isCalendarDay(2025, 1, 0));
  });
});

describe('a code whose last digits a spreadsheet has lost', () => {
  it('is known by its power of ten, by its size, or by its zeros', () => {
    for (const spoilt of ['9.13703E+17', '913703000000000000', 913703000000000000]) assert.ok(isSpoiltCode(spoilt), String(spoilt));
    for (const whole of ['91999999MA0000001N', '370300000000001', 370300000000001, null]) assert.ok(!isSpoiltCode(whole), String(whole));
  });
});
