import { Grid } from 'gridjs';
import 'gridjs/dist/theme/mermaid.min.css';
import { COLUMNS, rows, SIZE } from './columns.js';

new Grid({
  data: await rows(), columns: COLUMNS.map(([id, name]) => ({ id, name })), sort: true,
  // Its default is to wait 250 ms.
  search: { debounceTimeout: 0 }, pagination: { limit: SIZE },
}).render(document.getElementById('box'));
