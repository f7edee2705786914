import { FilterModule, FormatModule, InteractionModule, PageModule, SortModule, Tabulator } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import { COLUMNS, field, rows, SIZE } from './columns.js';

Tabulator.registerModule([FilterModule, FormatModule, InteractionModule, PageModule, SortModule]);
const table = new Tabulator('#box', {
  data: await rows(), columns: COLUMNS.map(([key, title]) => ({ field: key, title })), layout: 'fitColumns', pagination: true, paginationSize: SIZE,
});
field((value) => table.setFilter([COLUMNS.map(([key]) => ({ field: key, type: 'like', value }))]));
