/**
 * Tells the tables of kinds and fields what the kinds beyond 双公示 have. A page's own script has none of it until the rules have
 * come (scripts/parts.ts): they begin with this, before what is made of the tables. Everywhere else it is known already.
 */
import { ENFORCEMENT } from './enforcement.js';
import { learnKinds } from './kinds.js';

learnKinds(ENFORCEMENT);
