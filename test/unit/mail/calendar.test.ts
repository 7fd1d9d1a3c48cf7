import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarCards } from '../../../electron/mail/calendar.ts';

const berlin = `BEGIN:VTIMEZONE
TZID:Somewhere/Own
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
`;

function calendar(lines: string, around = ''): string {
  return `BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\n${around}BEGIN:VEVENT\nUID:1\n${lines}\nEND:VEVENT\nEND:VCALENDAR\n`.replaceAll(
    '\n',
    '\r\n',
  );
}

const cardOf = (lines: string, around?: string) => calendarCards(calendar(lines, around)).cards[0];

test('an invitation is a card', () => {
  const lines = [
    'SUMMARY:Plan\\, part 1',
    'DESCRIPTION:One\\nTwo',
    'LOCATION:Room 5',
    'STATUS:CONFIRMED',
    'DTSTART:20260105T090000Z',
    'DTEND:20260105T100000Z',
    'ORGANIZER;CN=Ann Lee:mailto:ann@example.org',
    'ATTENDEE;CN="Bob; \u202eB";PARTSTAT=ACCEPTED:MAILTO:bob@example.org',
    'ATTENDEE;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=',
    ' Cem:mailto:cem@example.org',
    'ATTENDEE:urn:x',
  ];
  expect(calendarCards(calendar(lines.join('\n'))).cards).toEqual([
    {
      uid: '1',
      method: 'request',
      summary: 'Plan, part 1',
      description: 'One\nTwo',
      location: 'Room 5',
      when: { kind: 'instants', startAt: Date.UTC(2026, 0, 5, 9), endAt: Date.UTC(2026, 0, 5, 10), zone: 'UTC' },
      recurrence: null,
      status: 'confirmed',
      organizer: { name: 'Ann Lee', email: 'ann@example.org' },
      attendees: [
        { name: 'Bob; B', email: 'bob@example.org', state: 'accepted', isOptional: false },
        { name: 'Cem', email: 'cem@example.org', state: 'needs-action', isOptional: true },
        { name: '', email: '', state: 'needs-action', isOptional: false },
      ],
      attendeesLeftOut: 0,
    },
  ]);
});

describe('when it is', () => {
  test.each([
    [
      'DTSTART:20260105T090000Z\nDURATION:PT90M',
      '',
      { kind: 'instants', startAt: Date.UTC(2026, 0, 5, 9), endAt: Date.UTC(2026, 0, 5, 10, 30), zone: 'UTC' },
    ],
    [
      'DTSTART;TZID=Europe/Berlin:20260705T090000',
      '',
      { kind: 'instants', startAt: Date.UTC(2026, 6, 5, 7), endAt: null, zone: 'Europe/Berlin' },
    ],
    [
      'DTSTART;TZID=Asia/Tehran:20260105T090000',
      '',
      { kind: 'instants', startAt: Date.UTC(2026, 0, 5, 5, 30), endAt: null, zone: 'Asia/Tehran' },
    ],
    [
      'DTSTART;TZID=Somewhere/Own:20260105T090000',
      berlin,
      { kind: 'instants', startAt: Date.UTC(2026, 0, 5, 8), endAt: null, zone: 'Somewhere/Own' },
    ],
    [
      'DTSTART;TZID=Somewhere/Own:20260705T090000',
      berlin,
      { kind: 'instants', startAt: Date.UTC(2026, 6, 5, 7), endAt: null, zone: 'Somewhere/Own' },
    ],
    [
      'DTSTART;TZID=/freeassociation.sourceforge.net/Tzfile/Europe/Paris:20260105T090000',
      '',
      { kind: 'instants', startAt: Date.UTC(2026, 0, 5, 8) },
    ],
    [
      'DTSTART;TZID=Nowhere:20260105T090000\nDTEND;TZID=Nowhere:20260105T100000',
      '',
      { kind: 'local', start: '2026-01-05T09:00', end: '2026-01-05T10:00', zone: 'Nowhere' },
    ],
    ['DTSTART:20260105T090000', '', { kind: 'local', start: '2026-01-05T09:00', end: null, zone: null }],
    ['DTSTART;VALUE=DATE:20260105', '', { kind: 'days', first: '2026-01-05', last: '2026-01-05' }],
    [
      'DTSTART;VALUE=DATE:20260228\nDTEND;VALUE=DATE:20260302',
      '',
      { kind: 'days', first: '2026-02-28', last: '2026-03-01' },
    ],
    ['DTSTART;VALUE=DATE:20260105\nDURATION:P2D', '', { kind: 'days', first: '2026-01-05', last: '2026-01-06' }],
    [
      'DTSTART:20260105T090000Z\nDTEND:20250105T090000Z',
      '',
      { kind: 'instants', startAt: Date.UTC(2026, 0, 5, 9), endAt: null },
    ],
    ['DTSTART;TZID=Europe/Berlin:20260329T023000', '', { kind: 'instants', startAt: Date.UTC(2026, 2, 29, 1, 30) }],
  ])('%s', (lines, around, when) => {
    expect(cardOf(lines, around)?.when).toMatchObject(when);
  });

  test.each(['', 'DTSTART:', 'DTSTART:tomorrow', 'DTSTART:99999999T999999Z', 'DTEND:20260105T090000Z'])(
    '%j says nothing',
    (lines) => {
      const when = cardOf(lines)?.when;
      if (when) expect(when.kind === 'instants' && Number.isFinite(when.startAt)).toBe(true);
      else expect(when).toBeNull();
    },
  );
});

describe('how it comes again', () => {
  const plain = {
    frequency: 'weekly',
    interval: 1,
    weekdays: [],
    monthDays: [],
    months: [],
    count: null,
    until: null,
    isPartial: false,
  };
  test.each([
    ['FREQ=WEEKLY', plain],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=5',
      {
        ...plain,
        interval: 2,
        weekdays: [
          { day: 'MO', nth: 0 },
          { day: 'FR', nth: 0 },
        ],
        count: 5,
      },
    ],
    ['FREQ=MONTHLY;BYDAY=-1SU', { ...plain, frequency: 'monthly', weekdays: [{ day: 'SU', nth: -1 }] }],
    [
      'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=29;UNTIL=20300101T000000Z',
      { ...plain, frequency: 'yearly', months: [3], monthDays: [29], until: '2030-01-01' },
    ],
    ['FREQ=DAILY;BYSETPOS=1', { ...plain, frequency: 'daily', isPartial: true }],
    ['FREQ=SOMETIMES', null],
    ['nonsense', null],
  ])('%s', (rule, recurrence) => {
    expect(cardOf(`DTSTART:20260105T090000Z\nRRULE:${rule}`)?.recurrence).toEqual(recurrence);
  });
});

describe('broken and hostile calendars', () => {
  test('a line that cannot be read is left out, and the others stay', () => {
    const card = cardOf('SUMMARY:Plan\nno line at all\nDTSTART;TZID="x:1\n;=\nATTENDEE;;=:x\nLOCATION:Here');
    expect(card).toMatchObject({ summary: 'Plan', location: 'Here', when: null });
  });

  test('one that never ends is read as far as it goes', () => {
    expect(calendarCards('BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Plan').cards).toMatchObject([{ summary: 'Plan' }]);
  });

  test('HTML is text', () => {
    expect(cardOf('SUMMARY:<img src=x onerror=alert(1)>')?.summary).toBe('<img src=x onerror=alert(1)>');
  });

  test('what is no calendar has no cards', () => {
    for (const text of [
      '',
      'x',
      'BEGIN:VCARD\nFN:x\nEND:VCARD',
      'BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT',
      'END:VCALENDAR',
    ]) {
      expect(calendarCards(text)).toEqual({ cards: [], leftOut: 0 });
    }
  });

  test('there are 20 cards and 200 guests at the most', () => {
    const event = 'BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n';
    const many = (events: number) => `BEGIN:VCALENDAR\n${event.repeat(events)}END:VCALENDAR\n`;
    for (const [text, leftOut] of [
      [many(500), 480],
      [many(15) + many(15), 10],
      [many(20), 0],
    ] as const) {
      expect(calendarCards(text).cards).toHaveLength(20);
      expect(calendarCards(text).leftOut).toBe(leftOut);
    }
    const card = cardOf('ATTENDEE:mailto:a@b.example\n'.repeat(1_000));
    expect(card?.attendees).toHaveLength(200);
    expect(card?.attendeesLeftOut).toBe(800);
  });

  test('a zone that changes every second does not', () => {
    const hostile = berlin.replaceAll('FREQ=YEARLY', 'FREQ=SECONDLY').replace('19701025', '00010101');
    expect(cardOf('DTSTART;TZID=Somewhere/Own:21990105T090000', hostile)?.when).not.toBeUndefined();
    expect(cardOf('DTSTART;TZID=Somewhere/Own:99990105T090000', berlin)?.when).not.toBeUndefined();
  });

  /** As many zones as there may be cards, each with as many changes as are read. */
  const zonesWith = (rule: string, changes: number) => {
    const change = `BEGIN:STANDARD\nDTSTART:01000101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n${rule}\nEND:STANDARD\n`;
    const place = (at: number) =>
      `BEGIN:VTIMEZONE\nTZID:Z${at}\n${change.repeat(changes)}END:VTIMEZONE\n` +
      `BEGIN:VEVENT\nDTSTART;TZID=Z${at}:20900105T090000\nEND:VEVENT\n`;
    return `BEGIN:VCALENDAR\n${Array.from({ length: 20 }, (_, at) => place(at)).join('')}END:VCALENDAR`;
  };

  test.each([
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYDAY=SU',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30,31',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-30;BYDAY=SU',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29,30;BYDAY=5MO',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=9MO',
    'RRULE:FREQ=YEARLY;BYDAY=SU',
  ])('zones by the dozen that go by %s hold up nobody', (rule) => {
    expect(calendarCards(zonesWith(rule, 40)).cards).toHaveLength(20);
  });

  test('a zone of which a rule was left out is no zone, and says no wrong time', () => {
    const known = zonesWith('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 1);
    expect(calendarCards(known).cards[0]?.when?.kind).toBe('instants');
    const left = zonesWith('RRULE:FREQ=DAILY', 1);
    expect(calendarCards(left).cards[0]?.when).toEqual({
      kind: 'local',
      start: '2090-01-05T09:00',
      end: null,
      zone: 'Z0',
    });
  });

  test('a zone that begins when Outlook says has the changes of our time', () => {
    const outlook = berlin.replaceAll('19700329', '16010325').replaceAll('19701025', '16011028');
    expect(outlook).not.toBe(berlin);
    for (const day of ['20260105', '20260705']) {
      const start = `DTSTART;TZID=Somewhere/Own:${day}T090000`;
      expect(cardOf(start, outlook)?.when).toEqual(cardOf(start, berlin)?.when);
    }
  });

  test('whatever the text, there is an answer', () => {
    const piece = fc.constantFrom(
      'BEGIN:VCALENDAR\n',
      'BEGIN:VEVENT\n',
      'BEGIN:VTIMEZONE\n',
      'BEGIN:DAYLIGHT\n',
      'END:VEVENT\n',
      'END:VTIMEZONE\n',
      'END:DAYLIGHT\n',
      'END:X\n',
      'DTSTART:',
      'DTSTART;TZID=A:',
      'TZID:A\n',
      'TZOFFSETFROM:+9999\n',
      'TZOFFSETTO:x\n',
      'RRULE:FREQ=YEARLY\n',
      'RRULE:FREQ=',
      'DURATION:P',
      '20260105T090000',
      'Z\n',
      '\n',
      ' ',
      ';',
      ':',
      '=',
      '"',
      ',',
      '\\',
      'ATTENDEE;CN=',
      '__proto__:',
      'constructor;',
      '99999999',
      '-P1D\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.string(), (pieces, text) => {
        calendarCards(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${pieces.join('')}`);
        calendarCards(`BEGIN:VCALENDAR\n${berlin}BEGIN:VEVENT\nDTSTART;TZID=Somewhere/Own:${text}`);
        calendarCards(pieces.join(''));
      }),
      { numRuns: 1_000 },
    );
    for (const line of [
      'BEGIN:VEVENT\n',
      'BEGIN:VCALENDAR\n',
      ' \n',
      'X;',
      'ATTENDEE;CN="',
      'DTSTART;',
      'RRULE:FREQ=YEARLY;BYDAY=',
      '1MO,',
    ]) {
      calendarCards(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${line.repeat(100_000)}`);
    }
  });
});
