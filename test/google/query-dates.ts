// Dates and spans as Gmail's server reads them in `q`: bare dates are midnight Pacific, spans count back from now.

const pacific = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Los_Angeles',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** Either an instant in whole epoch seconds, or a day's first instant in epoch ms. */
export type QueryDate = { readonly seconds: number } | { readonly dayStartsAt: number };

export function readDate(text: string): QueryDate | undefined {
  if (/^\d{9,10}$/.test(text)) return { seconds: Number(text) };
  if (/^\d{13}$/.test(text)) return { seconds: Math.floor(Number(text) / 1000) };
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:[/.-](\d{1,2}))?(?:[/.-](\d{1,2}))?$/.exec(text) ?? [];
  if (year !== undefined) return pacificDay(Number(year), Number(month), Number(day));
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (last === undefined) return undefined;
  const dayFirst = Number(first) > 12;
  return pacificDay(Number(last), Number(dayFirst ? second : first), Number(dayFirst ? first : second));
}

function pacificDay(year: number, month: number, day: number): QueryDate | undefined {
  const utc = Date.UTC(year, month - 1, day);
  const date = new Date(utc);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  // Twice, because the offset may change between the guess and the answer.
  const guess = utc - pacificOffset(utc);
  return { dayStartsAt: utc - pacificOffset(guess) };
}

function pacificOffset(at: number): number {
  const part = Object.fromEntries(pacific.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const local = Date.UTC(
    part['year'] ?? 0,
    (part['month'] ?? 1) - 1,
    part['day'],
    part['hour'],
    part['minute'],
    part['second'],
  );
  return local - Math.floor(at / 1000) * 1000;
}

/** `2d`, `3m`, `1y` before now. Weeks and hours are ours, not Google's: its server finds nothing for them. */
export function readSpan(text: string, now: number): number | undefined {
  const [, count, unit] = /^(\d{1,5})([dmy])$/i.exec(text) ?? [];
  if (count === undefined || unit === undefined) return undefined;
  if (unit.toLowerCase() === 'd') return now - Number(count) * 86_400_000;
  const months = Number(count) * (unit.toLowerCase() === 'y' ? 12 : 1);
  const date = new Date(now);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() - months);
  // 31 March less a month is the last of February.
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime();
}

/** `10M` in bytes. */
export function readSize(text: string): number | undefined {
  const [, count, unit = ''] = /^(\d{1,15})([kmg]?)b?$/i.exec(text) ?? [];
  if (count === undefined) return undefined;
  return Number(count) * 1024 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
}
