// Has a fault strike in the midst of something: of the first synchronisation, or of a later look at what has happened; and lets
// the person go on as people do.
import { setTimeout as sleep } from 'node:timers/promises';
import type { SessionState } from '../../electron/contract/model.ts';
import type { Person } from './person.ts';
import type { Window, WindowOptions } from './window.ts';

export interface Fault {
  readonly begin: (window: Window) => unknown;
  /** Undefined where it stays until the program has ended. */
  readonly end?: () => unknown;
  readonly window?: Partial<WindowOptions>;
  /** Only while there is mail already. */
  readonly later?: true;
  /** How long it may take afterwards until all is well, unless that is soon. */
  readonly withinMs?: number;
}

const mostHappenings = 20;
const mostRequests = 40;
const noRequestMs = 150;
const lookedAtMs = 30;

/** Until so many requests have come, or no more do. */
async function requests({ google }: Person, count: number): Promise<void> {
  for (let left = count; left > 0; left--) {
    const next = google.nextRequest(() => true).then(() => true);
    if (!(await Promise.race([next, sleep(noRequestMs, false)]))) return;
  }
}

/** What was refused again and again waits for 64 s at the most (Google's truncated exponential backoff), and nobody's Refresh ends that. */
const longestWaitMs = 90_000;

const isQuiet = ({ connection, sync }: SessionState) =>
  (connection.state === 'online' && !sync.running) || connection.state === 'signed-out';

/** While it lasts, somebody uses the window; afterwards they press Refresh, or quit at once. */
export async function strike(
  person: Person,
  { begin, end, window: options, later, withinMs = longestWaitMs }: Fault,
): Promise<void> {
  const { random, living } = person;
  const isFirst = !later && random.chance(0.35);
  if (!isFirst) await person.settleIn();
  for (let count = isFirst ? 0 : random.int(0, mostHappenings); count > 0; count--) living.live();
  const window = person.open(options);
  await window.ask('session.read', {});
  if (isFirst) await window.program.signIn();
  else if (random.chance(0.7)) await window.ask('sync.now', {});
  await requests(person, random.int(0, mostRequests));
  await begin(window);
  for (let count = random.int(0, mostHappenings); count > 0; count--) living.live();
  await window.ask('sync.now', {});
  await person.use(window, random.int(1, 3));
  await sleep(random.int(0, lookedAtMs));
  if (end && random.chance(0.6)) {
    await end();
    await window.ask('sync.now', {});
    await window.program.until(isQuiet, withinMs);
    await person.use(window);
  }
  await person.close(window);
  await end?.();
}
