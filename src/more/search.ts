/** For a search that found nothing as it was typed. */
export { lookFurther } from '../state/further.js';
