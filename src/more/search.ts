/** For a search that found nothing as it was typed. */
export { createForgiving } from '../query/forgiving/forgiving.js';
export { lookFurther } from '../state/further.js';
