import { nothing, type CSSResultGroup } from 'lit';
import { html } from '../html.js';
import { webAddress } from '../../model/web-address.js';
import type { ListSnapshot } from '../../state/list.js';
import { search as searchStyles } from '../../styles/search.js';
import { ListElement } from '../list-element.js';
import { searchController } from '../search-controller.js';
import { search, SEARCH_FIELDS } from '../views/search.js';
import { data, link } from '../views/value.js';
import type { View } from '../views/view.js';

/**
 * The whole column in one tag: tabs, search, list and detail.
 *
 * @summary A department's 双公示 column.
 * @tagname sgs-column
 *
 * @attr {string} lang - Language of the words: `zh-CN` (default), `en`, or one registered with `registerLocale()`.
 * @attr {number} refresh - Minutes after which the feed is read again, at least 1; not while the page is hidden.
 *
 * @slot - Fallback content: stays visible until the first records are shown, and when the feed fails with no older copy.
 *
 * @fires {SgsLoadEvent} sgs-load - The feed has been read. `detail`: `total`, `rejected`, `withheld`, `updated`.
 * @fires {SgsErrorEvent} sgs-error - The feed or the configuration can't be read. `detail`: `failure`.
 * @fires {SgsSearchEvent} sgs-search - A person has searched, filtered or reset. `detail`: `query`.
 * @fires {SgsPageEvent} sgs-page - Another page is shown. `detail`: `page`.
 * @fires {SgsSelectEvent} sgs-select - A person opens a record. `detail`: `record`. Cancelled, the list opens nothing.
 *
 * @csspart base - Everything the element renders.
 * @csspart heading - Headings of the column and of a record.
 * @csspart source - Who publishes, and how new the records are.
 * @csspart notice - What the publisher has to say first.
 * @csspart tabs - Row of tabs.
 * @csspart tab - One tab.
 * @csspart panel - What a tab shows.
 * @csspart search - The search form.
 * @csspart input - A field of the form.
 * @csspart submit - The button that searches.
 * @csspart filters - Fields beside the keyword.
 * @csspart chips - Filters in force.
 * @csspart chip - One filter in force; takes it back.
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
 * @cssproperty [--sgs-surface] - Ground of the form, heads, labels and notes.
 * @cssproperty [--sgs-line] - Hairlines.
 * @cssproperty [--sgs-control] - Borders of buttons and fields.
 * @cssproperty [--sgs-danger] - Colour of 已撤销.
 * @cssproperty [--sgs-mark] - Ground of text that was searched for.
 * @cssproperty [--sgs-focus] - Outline of what has the focus.
 * @cssproperty [--sgs-radius=4px] - Radius of corners.
 * @cssproperty [--sgs-target=44px] - Least height of buttons; 60 px in large print.
 * @cssproperty [--sgs-padding=0] - Space around everything.
 */
export class SgsColumn extends ListElement {
  static override styles: CSSResultGroup = [ListElement.styles, searchStyles];

  private readonly form = searchController(this, this.send, this.state);

  protected override top(view: View, snapshot: ListSnapshot): unknown {
    const { meta, config } = snapshot;
    const { publisher, updated } = meta;
    // Not resolved: a feed is read from many pages, and one without an address would be a link to the page itself.
    const site = webAddress(publisher?.url ?? '')?.href;
    const { notice = meta.notice, subscribe } = config.texts ?? {};
    const title = data(view, publisher?.name);
    const name = site ? html`<a href=${site} rel="noopener noreferrer">${title}</a>` : title;
    return html`<div class="bar">
        <div class="grow">${this.heading(view, snapshot)}<p class="muted source" part="source">${
          publisher?.name ? html`<span>${name}</span>` : nothing
        }${updated ? html`<span>${view.words.updated(updated)}</span>` : nothing}${
          subscribe ? html`<span class="screen">${link(subscribe, view.words.subscribe)}</span>` : nothing
        }</p></div>
        ${snapshot.opened ? nothing : super.moreTools()}
      </div>
      ${snapshot.opened ? nothing : super.morePanels()}
      ${notice ? html`<p class="note" part="notice">${data(view, notice)}</p>` : nothing}`;
  }

  /** They stand in the header. */
  protected override moreTools(): unknown {
    return nothing;
  }

  protected override morePanels(): unknown {
    return nothing;
  }

  protected override above(view: View, snapshot: ListSnapshot): unknown {
    return search(this.form.view(view, snapshot.query, SEARCH_FIELDS), snapshot);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sgs-column': SgsColumn;
  }
}
