import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Recurrence } from '../../../electron/mail/recurrence.ts';
import { Cards } from '../../../renderer/calendars/cards.tsx';
import { whenOf } from '../../../renderer/calendars/when.ts';
import { wording } from '../../../renderer/wording/wording.ts';

const words = wording.message.calendar;
const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

describe('when an event is', () => {
  const startAt = Date.UTC(2026, 10, 25, 14, 30);
  const endAt = Date.UTC(2026, 10, 25, 15, 0);

  test('is said in the reader’s zone, and in the sender’s where that is another', () => {
    const when = whenOf({ kind: 'instants', startAt, endAt, zone: 'America/New_York' }, berlin);
    expect(plain(when.here)).toMatch(/25 November 2026.*15:30 ?– ?16:00/);
    expect(plain(when.there ?? '')).toMatch(/9:30 ?– ?10:00.* in America\/New_York$/);
  });

  test('is said once where the zones are the same, have no name, or are none', () => {
    for (const zone of ['Europe/Berlin', '', 'Customized Time Zone']) {
      expect(whenOf({ kind: 'instants', startAt, endAt, zone }, berlin).there).toBeNull();
    }
  });

  test('needs no end', () => {
    expect(plain(whenOf({ kind: 'instants', startAt, endAt: null, zone: 'UTC' }, berlin).here)).toMatch(/15:30$/);
  });

  test('is whole days on the same dates wherever the reader is', () => {
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const place = { locale: 'en-GB', timeZone };
      const one = whenOf({ kind: 'days', first: '2026-12-24', last: '2026-12-24' }, place);
      expect(plain(one.here)).toMatch(/24 December 2026, all day$/);
      const two = whenOf({ kind: 'days', first: '2026-12-24', last: '2026-12-26' }, place);
      expect(plain(two.here)).toMatch(/24.*26 December 2026, all day$/);
    }
  });

  test('is the time on a clock where the zone is not known, and says so', () => {
    const when = whenOf({ kind: 'local', start: '2026-12-24T18:00', end: null, zone: 'Harbour Time' }, berlin);
    expect(plain(when.here)).toMatch(/24 December 2026.*18:00 \(in the time zone Harbour Time\)$/);
    const floating = whenOf({ kind: 'local', start: '2026-12-24T18:00', end: '2026-12-24T19:00', zone: null }, berlin);
    expect(plain(floating.here)).toMatch(/18:00 ?– ?19:00 \(local time\)$/);
  });

  test('is said to be unknown beyond all calendars', () => {
    expect(whenOf({ kind: 'instants', startAt: 9e15, endAt: null, zone: 'UTC' }, berlin).here).toBe(words.noTime);
    expect(whenOf({ kind: 'days', first: '9999-99-99', last: '9999-99-99' }, berlin).here).toBe(words.noTime);
  });

  test('is written in the reader’s own calendar', () => {
    const persian = { locale: 'fa-IR', timeZone: 'Asia/Tehran' };
    expect(whenOf({ kind: 'instants', startAt, endAt, zone: 'Asia/Tehran' }, persian).here).toContain('۱۴۰۵');
  });
});

describe('how an event comes again', () => {
  const once: Recurrence = {
    ...{ frequency: 'weekly', interval: 1, weekdays: [], monthDays: [], months: [] },
    ...{ count: null, until: null, isPartial: false },
  };
  test.each<[string, Partial<Recurrence>]>([
    ['Every week', {}],
    [
      'Every 2 weeks on Monday, Thursday',
      {
        interval: 2,
        weekdays: [
          { day: 'MO', nth: 0 },
          { day: 'TH', nth: 0 },
        ],
      },
    ],
    ['Every month on the last Friday', { frequency: 'monthly', weekdays: [{ day: 'FR', nth: -1 }] }],
    ['Every day, 10 times', { frequency: 'daily', count: 10 }],
    ['Every year, with exceptions', { frequency: 'yearly', isPartial: true }],
  ])('%s', (said, rule) => {
    expect(words.recurrence({ ...once, ...rule })).toBe(said);
  });

  test('until a day', () => {
    expect(words.recurrence({ ...once, until: '2026-12-31' })).toMatch(/^Every week, until .*2026/);
  });
});

test('says first of all that an event is off', () => {
  expect(words.title({ method: 'cancel', status: null })).toBe('Cancelled');
  expect(words.title({ method: 'request', status: 'cancelled' })).toBe('Cancelled');
  expect(words.title({ method: 'request', status: 'confirmed' })).toBe('Invitation');
  expect(words.title({ method: null, status: null })).toBe('Event');
});

describe('calendars with more than is shown', () => {
  const event = 'BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n';
  const calendar = (events: number) => `BEGIN:VCALENDAR\n${event.repeat(events)}END:VCALENDAR`;
  const drawn = (texts: readonly string[]) => {
    const calendars = texts.map((text, at) => ({ partId: `${at}`, text }));
    const markup = renderToStaticMarkup(createElement(Cards, { calendars }));
    const [, behind = ''] = /(?:.*<\/article>)?(.*)$/s.exec(markup) ?? [];
    return [markup.match(/<article/g)?.length ?? 0, behind];
  };
  const several = (count: number, text = 'x') => Array.from({ length: count }, (_, at) => `${text}\nX-AT:${at}`);

  test.each([
    ['all of them', [calendar(20)], 20, ''],
    ['one that came twice', [calendar(2), calendar(2)], 2, ''],
    ['30 events', [calendar(30)], 20, '<p>10 more events are not shown here.</p>'],
    ['one event too many', [calendar(21)], 20, '<p>1 more event is not shown here.</p>'],
    ['two calendars', [calendar(21), calendar(22)], 40, '<p>3 more events are not shown here.</p>'],
    ['9 calendars', several(9, calendar(1)), 8, '<p>1 more calendar part of this message is not shown here.</p>'],
    [
      '11 that can’t be read',
      several(11),
      0,
      `<p>${words.unreadable}</p><p>3 more calendar parts of this message are not shown here.</p>`,
    ],
  ])('say so: %s', (_what, texts, cards, said) => {
    expect(drawn(texts)).toEqual([cards, said]);
  });
});
