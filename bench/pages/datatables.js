import DataTable from 'datatables.net';
import 'datatables.net-dt/css/dataTables.dataTables.min.css';
import { COLUMNS, rows, SIZE } from './columns.js';

const data = await rows();
const table = document.getElementById('box').appendChild(document.createElement('table'));
new DataTable(table, {
  data, pageLength: SIZE, order: [[4, 'desc']], deferRender: true, columns: COLUMNS.map(([key, title]) => ({ data: key, title })),
});
