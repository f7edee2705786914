/**
 * Tells the script's tables of kinds and fields what the kinds beyond 双公示 have: it goes without until the rules have come
 * (scripts/parts.ts), which begin with this, before anything is made of the tables.
 */
import { ENFORCEMENT } from '../model/enforcement.js';
import { learnKinds } from '../model/kinds.js';

learnKinds(ENFORCEMENT);
