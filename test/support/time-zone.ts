// The tests of one file in another time zone. Node reads TZ anew whenever it is set.
import { afterAll, beforeAll } from 'vitest';

export function inTimeZone(zone: string): void {
  let before: string | undefined;
  beforeAll(() => {
    before = process.env['TZ'];
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
}
