// Days that are asked for often, for `after:` and `before:`: pure.
import type { CalendarDate } from '../../electron/search/query.ts';

export const dayNames = ['today', 'yesterday', 'week', 'month', 'year', 'lastYear'] as const;
export type DayName = (typeof dayNames)[number];

const dateOf = (day: Date): CalendarDate => ({
  year: day.getFullYear(),
  month: day.getMonth() + 1,
  day: day.getDate(),
});

/** In this computer's zone. `week`: seven days ago; `month` and `year`: where the present one began. */
export function dayOf(name: DayName, now: number): CalendarDate {
  const today = new Date(now);
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  switch (name) {
    case 'today':
      return dateOf(today);
    case 'yesterday':
      return dateOf(new Date(year, month, day - 1));
    case 'week':
      return dateOf(new Date(year, month, day - 7));
    case 'month':
      return dateOf(new Date(year, month, 1));
    case 'year':
      return dateOf(new Date(year, 0, 1));
    case 'lastYear':
      return dateOf(new Date(year - 1, 0, 1));
  }
}
