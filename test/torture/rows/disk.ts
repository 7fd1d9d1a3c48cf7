// What disks do while Porthole runs.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveRoom } from '../../support/store.ts';
import { narrowStoreWorker } from '../../support/workers.ts';
import type { Person } from '../person.ts';
import { type PoorDisk, spoilDisk } from '../poor-disk.ts';
import type { Row } from '../row.ts';
import { strike } from '../strike.ts';

const group = 'disk';

/** The database's own pages, of 16 kB. */
const pageBytes = 16_384;

function poor(person: Person, { code, fails }: Pick<PoorDisk, 'code' | 'fails'>) {
  let mend = () => {};
  return {
    begin: () => {
      mend = spoilDisk({ folder: person.profile, code, fails });
    },
    end: () => mend(),
  };
}

/** From one of the next writes on. */
function fromThen(person: Person): () => boolean {
  let left = person.random.int(0, 6);
  return () => left-- <= 0;
}

export const diskRows: readonly Row[] = [
  {
    group,
    fault: 'full as the database grows',
    runs: 50,
    size: 60,
    run: async (person) => {
      const file = path.join(person.account, 'mail.db');
      await strike(person, {
        window: { storeWorker: narrowStoreWorker },
        begin: async () => {
          const pages = existsSync(file) ? Math.ceil(statSync(file).size / pageBytes) : 1;
          giveRoom(file, pages + person.random.int(-2, 12));
          await sleep(person.random.int(0, 30));
        },
        end: () => giveRoom(file, null),
      });
    },
  },
  {
    group,
    fault: 'full at every other write',
    runs: 60,
    run: (person) => strike(person, poor(person, { code: 'ENOSPC', fails: fromThen(person) })),
  },
  {
    group,
    fault: 'full when somebody signs in',
    runs: 20,
    run: async (person) => {
      const mend = spoilDisk({ folder: person.profile, code: 'ENOSPC', fails: fromThen(person) });
      const window = person.open();
      await window.ask('session.read', {});
      await window.program.signIn().catch(() => undefined);
      await person.use(window);
      mend();
      await person.close(window);
    },
  },
  {
    group,
    fault: 'fails now and then',
    runs: 40,
    run: (person) => strike(person, poor(person, { code: 'EIO', fails: () => person.random.chance(0.3) })),
  },
  {
    group,
    fault: 'full, and Porthole is started',
    runs: 30,
    run: async (person) => {
      await person.settleIn();
      const mend = spoilDisk({ folder: person.profile, code: 'ENOSPC', fails: () => true });
      const window = person.open();
      await person.use(window, 2);
      await window.program.until(({ connection }) => connection.state !== 'connecting');
      if (person.random.chance(0.5)) mend();
      await person.close(window);
      mend();
    },
  },
];
