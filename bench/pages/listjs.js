import List from 'list.js';
import { COLUMNS, rows, SIZE } from './columns.js';

const data = await rows();
const box = document.getElementById('box');
const input = box.appendChild(document.createElement('input'));
input.className = 'search';
const table = box.appendChild(document.createElement('table'));
const head = table.createTHead().insertRow();
for (const [, title] of COLUMNS) head.insertCell().textContent = title;
table.createTBody().className = 'list';
box.appendChild(document.createElement('ul')).className = 'pagination';
new List('box', {
  valueNames: COLUMNS.map(([key]) => key), page: SIZE, pagination: true,
  item: `<tr>${COLUMNS.map(([key]) => `<td class="${key}"></td>`).join('')}</tr>`,
}, data);
