// What key stores do.
import type { FakeSafeStorage } from '../../support/safe-storage.ts';
import type { Person } from '../person.ts';
import type { Row } from '../row.ts';

const group = 'key store';

/** Between two runs, and while the second goes on with it the token is used, refreshed and asked for. */
async function withStore(person: Person, backend: FakeSafeStorage['backend'], during?: true): Promise<void> {
  const { safeStorage, random, living, google } = person;
  await person.settleIn();
  if (!during) safeStorage.backend = backend;
  const window = person.open();
  await window.ask('session.read', {});
  await window.program.until(({ connection }) => connection.state !== 'connecting');
  safeStorage.backend = backend;
  for (let count = random.int(0, 10); count > 0; count--) living.live();
  if (random.chance(0.5)) google.expireAccessTokens();
  await window.ask('sync.now', {});
  await person.use(window, 2);
  await window.program.until(({ connection }) => connection.state !== 'connecting');
  if (random.chance(0.5)) {
    safeStorage.backend = 'os';
    await window.ask('sync.now', {});
    await window.program.until(({ connection }) => connection.state !== 'connecting');
  }
  await person.close(window);
}

const row = (fault: string, backend: FakeSafeStorage['backend'], during?: true): Row => ({
  group,
  fault,
  runs: 12,
  run: (person) => withStore(person, backend, during),
});

export const keyRows: readonly Row[] = [
  row('gone', 'unavailable'),
  row('gone while it runs', 'unavailable', true),
  row('locked', 'locked'),
  row('locked while it runs', 'locked', true),
  row('rotated', 'rotated'),
  row('rotated, and only the fixed password is left', 'fading'),
  row('of another user', 'lost'),
  row('none in this session (Linux)', 'basic'),
  {
    group,
    fault: 'none when somebody signs in',
    runs: 12,
    run: async (person) => {
      const { safeStorage, random } = person;
      safeStorage.backend = random.pick(['basic', 'unavailable', 'locked']);
      const window = person.open();
      await window.ask('session.read', {});
      await window.program.signIn();
      await person.use(window, 2);
      await window.program.until(({ connection, sync }) => connection.state === 'online' && !sync.running);
      if (window.program.porthole.state().tokenKept !== 'this-run-only') person.wrong.push('a token was kept');
      await person.close(window);
    },
  },
];
