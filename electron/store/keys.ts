// Where a message stands in time, as one number. As the rowid of the message, of its content and of its words it gives
// newest-first without a sort.

/** Messages of the same millisecond. */
const slots = 1024;
/** In 2223, later than any mail: keys stay well below 2^53, beyond which no query could read them. */
const latest = 8_000_000_000_000;

/** The first key of this instant, epoch ms. */
export function keyFrom(instant: number): number {
  const whole = Math.trunc(instant);
  return Number.isNaN(whole) ? 0 : Math.min(Math.max(whole, 0), latest) * slots;
}

export function instantOfKey(key: number): number {
  return Math.floor(key / slots);
}

/** The first key from there on that nobody has. `taken` answers the greatest key from `first` up to, without, `end`. */
export function freeKey(instant: number, taken: (first: number, end: number) => number | undefined): number {
  for (let first = keyFrom(instant); ; first += slots) {
    const last = taken(first, first + slots);
    if (last === undefined) return first;
    if (last + 1 < first + slots) return last + 1;
  }
}
