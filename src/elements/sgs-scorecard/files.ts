/** What a supervisor takes along: the ranking as a file, or on paper. */
import { writeCsv } from '../../export/csv.js';
import { fileName } from '../../export/file-name.js';
import { writeXlsx } from '../../export/xlsx.js';
import type { ScoreWords } from '../../locale/score-words.js';
import type { Scorecard } from '../../score/score.js';
import { aboutRows, fixesSheet, ledgerSheets, rankingSheet, trendSheet } from '../../score/sheets.js';
import { watchSheet } from '../../score/watch-sheet.js';
import { saveFile } from '../save-file.js';
import { printIsolated } from '../tools/print/print-isolated.js';

/** @returns whether there is a file */
export async function exportCard(format: 'csv' | 'xlsx', card: Scorecard, words: ScoreWords): Promise<boolean> {
  const tables = [
    rankingSheet(card, words), ...ledgerSheets(card, words), trendSheet(card, words), fixesSheet(card, words), ...watchSheet(card),
  ];
  const { date, month } = card;
  const about = { name: words.about, rows: aboutRows(card, words) };
  const written = await (format === 'csv' ? writeCsv(rankingSheet(card, words)) : writeXlsx(tables, { title: words.title, date, about }));
  if (!written.ok) return false;
  saveFile(written.value, fileName(month ? `${words.title} ${words.month(month)}` : words.title, date, format));
  return true;
}

/** What is printed is this element, with all that is folded. */
export async function printCard(element: HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment }): Promise<void> {
  const folded = [...element.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const each of folded) each.open = true;
  await printIsolated(element);
  for (const each of folded) each.open = false;
}
