// What happens in a mailbox while Porthole looks away, or looks.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../person.ts';
import type { Row } from '../row.ts';
import { strike } from '../strike.ts';

const group = 'mailbox';
const forgotten = (person: Person) => {
  person.google.mailbox().expireHistory();
  for (let count = person.random.int(0, 15); count > 0; count--) person.living.live();
};

export const mailboxRows: readonly Row[] = [
  { group, fault: 'history forgotten', runs: 40, run: (person) => strike(person, { begin: () => forgotten(person) }) },
  {
    group,
    fault: 'page tokens forgotten while pages are read',
    runs: 20,
    size: 60,
    google: { largestPage: 7 },
    run: (person) =>
      strike(person, {
        begin: async () => {
          for (let round = 0; round < 4; round++) {
            person.google.expirePageTokens();
            await sleep(person.random.int(0, 20));
          }
        },
      }),
  },
  {
    group,
    fault: 'messages vanish while they are fetched',
    runs: 40,
    size: 40,
    google: { latencyMs: 1 },
    run: (person) =>
      strike(person, {
        begin: async () => {
          for (let round = 0; round < 12; round++) {
            person.living.vanish();
            await sleep(person.random.int(0, 8));
          }
        },
      }),
  },
  {
    group,
    fault: 'a storm of labels',
    runs: 20,
    run: (person) =>
      strike(person, {
        begin: async () => {
          const { random, living, google } = person;
          const mailbox = google.mailbox();
          for (let round = 0; round < 30; round++) {
            const label = mailbox.addLabel(`Storm ${round} ${random.next()}`);
            for (const id of random.some(mailbox.ids, 10)) mailbox.changeLabels(id, { add: [label] });
            if (random.chance(0.7)) mailbox.deleteLabel(label);
            if (round % 10 === 0) await sleep(1);
            living.live();
          }
        },
      }),
  },
  {
    group,
    fault: '10,000 changes at once',
    runs: 4,
    isLong: true,
    size: 60,
    limitMs: 90_000,
    run: (person) =>
      strike(person, {
        later: true,
        begin: () => {
          const mailbox = person.google.mailbox();
          for (let count = 0; count < 9_000; count++) {
            const id = person.random.pick(mailbox.ids.slice(0, 50));
            const isUnread = mailbox.get(id)?.labelIds.has('UNREAD');
            mailbox.changeLabels(id, isUnread ? { remove: ['UNREAD'] } : { add: ['UNREAD'] });
          }
          for (let count = 0; count < 1_000; count++) person.living.live();
        },
      }),
  },
  {
    group,
    fault: 'emptied',
    runs: 20,
    run: (person) =>
      strike(person, {
        begin: () => {
          while (person.living.letters.size > 0) person.living.vanish();
          if (person.random.chance(0.3)) person.google.mailbox().expireHistory();
        },
      }),
  },
  {
    group,
    fault: 'the permission is withdrawn at Google',
    runs: 20,
    run: (person) =>
      strike(person, {
        begin: () => (person.random.chance(0.5) ? person.google.revokeAll() : person.google.changePassword()),
      }),
  },
  {
    group,
    fault: 'access tokens end early',
    runs: 20,
    // Once: one that is refused as soon as it was given is Google's way to say that the permission is gone.
    run: (person) => strike(person, { begin: person.google.expireAccessTokens }),
  },
];
