// What clocks, zones and sleep do, and two programs on one profile.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../person.ts';
import type { Row } from '../row.ts';
import { strike } from '../strike.ts';

const group = 'time';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

function clock(person: Person, byMs: () => number) {
  const set = { ahead: 0 };
  return strike(person, {
    window: { ahead: () => set.ahead },
    begin: () => {
      set.ahead = byMs();
    },
    ...(person.random.chance(0.5) && {
      end: () => {
        set.ahead = 0;
      },
    }),
  });
}

const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tehran', 'Asia/Kathmandu', 'America/New_York', 'UTC'];
/** Of the European Union, America and Lord Howe (by half an hour). */
const changes = [
  ['Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
  ['Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
  ['America/New_York', Date.UTC(2026, 10, 1, 6)],
  ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
] as const;

/** Of the whole process: Node reads it anew whenever it is set. */
const setZone = (zone: string) => {
  process.env['TZ'] = zone;
};

export const timeRows: readonly Row[] = [
  {
    group,
    fault: 'clock set back',
    runs: 25,
    run: (person) => clock(person, () => -person.random.pick([minuteMs, hourMs, dayMs, 400 * dayMs, 20 * 365 * dayMs])),
  },
  {
    group,
    fault: 'clock set forward',
    runs: 25,
    run: (person) => clock(person, () => person.random.pick([minuteMs, hourMs, dayMs, 400 * dayMs, 20 * 365 * dayMs])),
  },
  {
    group,
    fault: 'another zone',
    runs: 15,
    run: (person) => strike(person, { begin: () => setZone(person.random.pick(zones)) }),
  },
  {
    group,
    fault: 'summer time begins or ends',
    runs: 15,
    run: (person) => {
      const [zone, at] = person.random.pick(changes);
      setZone(zone);
      return clock(person, () => at - Date.now() + person.random.int(-2, 2) * minuteMs);
    },
  },
  {
    group,
    fault: 'suspended, resumed',
    runs: 30,
    run: async (person) => {
      const { google, random, living } = person;
      const slept = { ms: 0 };
      await strike(person, {
        window: { ahead: () => slept.ms },
        begin: async () => {
          await google.disconnect();
          slept.ms = random.pick([hourMs, 9 * hourMs, 12 * dayMs]);
          google.expireAccessTokens();
          google.expirePageTokens();
          if (slept.ms > dayMs) google.mailbox().expireHistory();
          for (let count = random.int(0, 30); count > 0; count--) living.live();
          await sleep(random.int(0, 40));
          await google.reconnect();
        },
      });
    },
  },
  {
    group: 'two at once',
    fault: 'on one profile, where no lock keeps them apart',
    runs: 20,
    run: async (person) => {
      const { random, living } = person;
      await person.settleIn();
      const windows = [person.open(), person.open()];
      for (let round = 0; round < 3; round++) {
        for (let count = random.int(0, 10); count > 0; count--) living.live();
        await Promise.all(windows.map((window) => person.use(window, 2)));
        await Promise.all(windows.map(({ ask }) => ask('sync.now', {})));
      }
      for (const window of random.shuffled(windows)) await person.close(window);
    },
  },
];
