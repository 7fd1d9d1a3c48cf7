// What networks do.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault as GoogleFault } from '../../google/faults.ts';
import { diverted } from '../diverted.ts';
import type { Person } from '../person.ts';
import type { Row } from '../row.ts';
import { strike } from '../strike.ts';

const group = 'network';
const always = Number.POSITIVE_INFINITY;

/** At the fake Google, for whatever is asked or for the API alone. */
function answering(person: Person, fault: GoogleFault) {
  return {
    begin: () => void person.google.fault({ match: { count: always }, ...fault }),
    end: person.google.clearFaults,
  };
}

/** Longer than the program waits for a reply. */
const halfOpenMs = 60_000;
/** Nothing listens there: it is reserved (IANA, tcpmux), and browsers and systems leave it alone. */
const nobody = 'http://127.0.0.1:1';

export const networkRows: readonly Row[] = [
  {
    group,
    fault: 'lost, and back',
    runs: 40,
    run: (person) => strike(person, { begin: person.google.disconnect, end: person.google.reconnect }),
  },
  {
    group,
    fault: 'lost and back five times',
    runs: 10,
    run: (person) =>
      strike(person, {
        begin: async () => {
          for (let round = 0; round < 5; round++) {
            await person.google.disconnect();
            await sleep(person.random.int(0, 40));
            await person.google.reconnect();
            await sleep(person.random.int(0, 40));
          }
        },
      }),
  },
  {
    group,
    fault: 'slow',
    runs: 20,
    google: { latencyMs: 60 },
    run: (person) => strike(person, answering(person, { delayMs: person.random.int(50, 400), match: { count: 12 } })),
  },
  {
    group,
    fault: 'half open: no reply comes',
    runs: 12,
    isLong: true,
    limitMs: 120_000,
    run: async (person) => {
      await strike(person, {
        later: true,
        // What it waits for it waits for, whoever presses Refresh.
        withinMs: 45_000,
        ...answering(person, { delayMs: halfOpenMs, match: { count: person.random.int(1, 3) } }),
      });
      // As long as the program has patience with it, and a little longer.
      const window = person.open();
      await window.ask('session.read', {});
      person.google.fault({ delayMs: halfOpenMs, match: { path: /history|profile/ } });
      await window.ask('sync.now', {});
      await window.program.until(({ connection }) => connection.state === 'offline', 45_000);
      await person.close(window);
    },
  },
  {
    group,
    fault: 'replies break off',
    runs: 30,
    run: (person) =>
      strike(
        person,
        answering(person, {
          cutOff: person.random.pick(['before', 'mid-body'] as const),
          match: { count: person.random.pick([1, 3, always]) },
        }),
      ),
  },
  {
    group,
    fault: 'captive portal: a page where JSON is due',
    runs: 40,
    run: (person) => strike(person, answering(person, { malformed: 'captive-portal' })),
  },
  {
    group,
    fault: 'proxy that asks for a password, or fails',
    runs: 20,
    run: (person) =>
      strike(
        person,
        answering(person, {
          body: '<html><title>Proxy</title>Authentication required</html>',
          contentType: 'text/html',
          bodyStatus: person.random.pick([407, 403, 511, 418, 400]),
        }),
      ),
  },
  {
    group,
    fault: 'proxy that is not there',
    runs: 15,
    run: (person) =>
      strike(
        person,
        diverted(({ pathname }) => nobody + pathname),
      ),
  },
  {
    group,
    fault: 'DNS: no such name',
    runs: 15,
    run: (person) =>
      strike(
        person,
        diverted(({ pathname }) => `http://gmail.invalid${pathname}`),
      ),
  },
];
