// The six columns that every table shows, and where the feed is.
export const COLUMNS = [
  ['title', '项目名称'], ['subjectName', '行政相对人名称'], ['documentNumber', '决定书文号'], ['category', '类别'],
  ['decidedOn', '决定日期'], ['authority', '机关'],
];

/** Rows on a page. */
export const SIZE = 20;

/** One table for licences and penalties alike. */
export const rowOf = (record) => ({
  title: record.projectName || record.caseName, subjectName: record.subjectName, documentNumber: record.documentNumber,
  category: record.category.join('、'), decidedOn: record.decidedOn, authority: record.authority,
});

/** The whole feed as the tables take it. */
export async function rows() {
  const response = await fetch(new URLSearchParams(location.search).get('feed'));
  return (await response.json()).records.map(rowOf);
}

/** A search field above a table that has none of its own. */
export function field(onInput) {
  const input = document.createElement('input');
  input.id = 'q';
  input.addEventListener('input', () => onInput(input.value));
  document.getElementById('box').before(input);
}
