// Tables as they are pasted, and as the editor reads them.

import { guessColumns } from '../../../www/editor/tables/columns.js';
import { fromTabs } from '../../../www/editor/tables/grid.js';

export const GREEN = `年份\t绿化覆盖率\t建成区绿地率\t出处
1979\t1%\t\t署名评论
2007\t42.84%\t38.64%\t天山网
2008\t\t38.65%\t天山网
2020\t43.5%②\t39.8%\t本市媒体
2021\t0.4453\t40.54%\t本市媒体
2023\t44.10%\t—\t本市媒体
② 原文作43.72%`;

export const OUTPUT =
  'Year\tOutput (kt)\tStaff (thousand people)\n2019\t1,010\t15.1\n2020\tmore than 1,100\t16\n2022\tabout 1,250\t—';

/** A pasted table with what its columns are guessed to hold. */
export const tableOf = (text) => {
  const rows = fromTabs(text);
  const { head, columns } = guessColumns(rows);
  return { name: 'x', rows, head, columns: columns.map(({ role }) => ({ role })) };
};
