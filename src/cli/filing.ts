/** Options of whatever is filed: apart, since the list of commands loads nothing. */
import type { Command } from './command.js';

export const FILING: Command['options'] = [
  ['--by <day>', '按什么算新增：reported 上次报送以后（默认）、published 公示日期（没有的按决定日期）、decided 决定日期'],
  ['--correct', '只列出报送以后更正、撤销的，另附已经不在数据中的撤回清单；数据应是全部，不只是本周的'],
];
