/**
 * What the script and its parts both need, once in a page: parts take it from here instead of a copy of their own
 * (scripts/parts.ts). All that a module exports, for that is what they expect.
 */
import { css, nothing, render } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type * as Html from '../elements/html.js';
import { html } from '../elements/html.js';
import type * as Text from '../feed/text.js';
import { cleanText, isEmptyWord, normalizeCode, UNTIDY } from '../feed/text.js';
import type * as Chinese from '../locale/zh-CN.js';
import { zhCN } from '../locale/zh-CN.js';
import type * as Aliases from '../model/aliases.js';
import { aliasesOf, aliasKey, fieldOfKey, foldKey, isColumnName, isSecretKey, readPinyin } from '../model/aliases.js';
import type * as Fields from '../model/fields.js';
import { fieldRows, fieldType, isGateField, isNational, learnFields, officialLabel, recordFields } from '../model/fields.js';
import type * as Kinds from '../model/kinds.js';
import { isKind, KIND_DEFS, KINDS, learnKinds } from '../model/kinds.js';
import { deliver } from './context.js';

interface Shared {
  readonly 'elements/html': typeof Html;
  readonly 'feed/text': typeof Text;
  readonly 'locale/zh-CN': typeof Chinese;
  readonly 'model/aliases': typeof Aliases;
  readonly 'model/fields': typeof Fields;
  readonly 'model/kinds': typeof Kinds;
}

const SHARED: Shared = {
  'elements/html': { html },
  'feed/text': { cleanText, isEmptyWord, normalizeCode, UNTIDY },
  'locale/zh-CN': { zhCN },
  'model/aliases': { aliasesOf, aliasKey, fieldOfKey, foldKey, isColumnName, isSecretKey, readPinyin },
  'model/fields': { fieldRows, fieldType, isGateField, isNational, learnFields, officialLabel, recordFields },
  'model/kinds': { isKind, KIND_DEFS, KINDS, learnKinds },
};

deliver({ ...SHARED, lit: { css, nothing, render }, 'lit/directives/if-defined.js': { ifDefined } });
