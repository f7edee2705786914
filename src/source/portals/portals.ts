/** How each kind of portal is asked: one row for those that want more than parameters. */
import type { PresetName } from '../../model/presets.js';
import { ckan } from './ckan.js';
import { opensearch } from './opensearch.js';
import { parameters } from './parameters.js';
import type { Portal } from './portal.js';
import { solr } from './solr.js';

const PORTALS: Readonly<Partial<Record<PresetName, Portal>>> = { opensearch, elasticsearch: opensearch, solr, ckan };

export const portalOf = (preset: PresetName | undefined): Portal => (preset && PORTALS[preset]) ?? parameters;
