import {
  ClientSideRowModelModule, createGrid, ModuleRegistry, PaginationModule, QuickFilterModule, TextFilterModule,
} from 'ag-grid-community';
import { COLUMNS, field, rows, SIZE } from './columns.js';

ModuleRegistry.registerModules([ClientSideRowModelModule, PaginationModule, QuickFilterModule, TextFilterModule]);
const rowData = await rows();
// Its rows are drawn where they are seen, so it is given room for all of a page.
const box = document.getElementById('box');
box.className = 'tall';
const grid = createGrid(box, {
  rowData, columnDefs: COLUMNS.map(([key, headerName]) => ({ field: key, headerName, flex: 1 })), pagination: true, paginationPageSize: SIZE,
  paginationPageSizeSelector: false, cacheQuickFilter: true,
});
field((value) => grid.setGridOption('quickFilterText', value));
