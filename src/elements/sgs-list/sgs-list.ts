import { ListElement } from '../list-element.js';

/**
 * A list of published records, page by page; a record opens in its place.
 *
 * @summary List of licences, penalties and other records of a feed.
 * @tagname sgs-list
 *
 * @attr {string} lang - Language of the words: `zh-CN` (default), `en`, or one registered with `registerLocale()`.
 * @attr {number} refresh - Minutes after which the feed is read again, at least 1; not while the page is hidden.
 *
 * @slot - Fallback content: stays visible until the first records are shown, and when the feed fails with no older copy.
 *
 * @fires {SgsLoadEvent} sgs-load - The feed has been read. `detail`: `total`, `rejected`, `withheld`, `updated`.
 * @fires {SgsErrorEvent} sgs-error - The feed or the configuration can't be read. `detail`: `failure`.
 * @fires {SgsSearchEvent} sgs-search - A person has reset the filters. `detail`: `query`.
 * @fires {SgsPageEvent} sgs-page - Another page is shown. `detail`: `page`.
 * @fires {SgsSelectEvent} sgs-select - A person opens a record. `detail`: `record`. Cancelled, the list opens nothing.
 *
 * @csspart base - Everything the element renders.
 * @csspart heading - Headings of the list and of a record.
 * @csspart tabs - Row of tabs.
 * @csspart tab - One tab.
 * @csspart panel - What a tab shows.
 * @csspart bar - Row with the range line and the buttons.
 * @csspart tool - What 数据概览 or 导出 unfolds.
 * @csspart range - Which records are shown of how many.
 * @csspart banner - Says that an older copy is shown.
 * @csspart table - The table; narrow, its rows look like cards.
 * @csspart head - Head of the table.
 * @csspart sort - Button in a column's head.
 * @csspart row - One record; in a detail one of its fields.
 * @csspart cell - One cell.
 * @csspart link - Link that opens a record.
 * @csspart tag - Status of a decision.
 * @csspart mark - Text that was searched for.
 * @csspart pagination - Page links.
 * @csspart page - One page link.
 * @csspart current - Link of the page shown.
 * @csspart input - Number of a page, and how many records one has.
 * @csspart button - Any button.
 * @csspart toolbar - Buttons above a record.
 * @csspart detail - An open record.
 * @csspart label - Label of a field of a record.
 * @csspart value - Value of a field of a record.
 * @csspart help - Whom to ask about a record, where to object and to apply for credit repair.
 * @csspart loading - Shown while the first records load.
 * @csspart empty - Shown when there is nothing to list.
 * @csspart error - Shown when the feed can't be read.
 *
 * @cssproperty [--sgs-font] - Font family; the page's own, or a Chinese system font where the page has none.
 * @cssproperty [--sgs-font-size=16px] - Size of the text; everything else follows. Large print is half as large again.
 * @cssproperty [--sgs-line-height=1.65] - Line height.
 * @cssproperty [--sgs-text] - Colour of the text.
 * @cssproperty [--sgs-muted] - Colour of labels and hints.
 * @cssproperty [--sgs-accent] - Colour of links, buttons and the chosen tab.
 * @cssproperty [--sgs-on-accent] - Text on the accent colour.
 * @cssproperty [--sgs-background] - Ground.
 * @cssproperty [--sgs-surface] - Ground of heads, labels and notes.
 * @cssproperty [--sgs-line] - Hairlines.
 * @cssproperty [--sgs-control] - Borders of buttons and fields.
 * @cssproperty [--sgs-danger] - Colour of 已撤销.
 * @cssproperty [--sgs-mark] - Ground of text that was searched for.
 * @cssproperty [--sgs-focus] - Outline of what has the focus.
 * @cssproperty [--sgs-radius=4px] - Radius of corners.
 * @cssproperty [--sgs-target=44px] - Least height of buttons; 60 px in large print.
 * @cssproperty [--sgs-padding=0] - Space around everything.
 */
export class SgsList extends ListElement {}

declare global {
  interface HTMLElementTagNameMap {
    'sgs-list': SgsList;
  }
}
