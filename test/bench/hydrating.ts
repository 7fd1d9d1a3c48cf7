// A fake Google with the mail of the bench, and a Porthole that fetches it at fifty messages a second: what a project from
// before May 2026 may have, as an earlier run has learnt.
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Bridge } from '../../electron/contract/bridge.ts';
import { startGoogle } from '../google/google.ts';
import { openTestStore } from '../support/store.ts';
import { openPorthole, type Running } from './app.ts';
import { fillGoogle } from './fill-google.ts';
import { ownAddress } from './mailbox/mailbox.ts';
import { benchFolder } from './places.ts';
import { signIn } from './sign-in.ts';

const latencyMs = 20;

/** As `gmail/allowance.ts` writes it. Of the widest plan so much as makes fifty a second, since threads come whole. */
const learnt = {
  plan: 2,
  share: 0.76,
  refused: null,
  burstUnits: 1_500,
  concurrency: 4,
  tooMany: null,
  triedAt: null,
};

async function googleWith(count: number) {
  const google = await startGoogle({ users: [{ email: ownAddress }], quota: 'old', latencyMs });
  fillGoogle(google.mailbox(), count);
  return google;
}

export interface Hydrating extends Running {
  readonly onDisk: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export async function startHydrating(count: number): Promise<Hydrating> {
  const google = await googleWith(count);
  const profile = path.join(benchFolder, 'hydrating');
  rmSync(profile, { recursive: true, force: true });
  const first = await openPorthole(profile, `--google=${google.url}`);
  await signIn(first, google);
  await first.app.close();
  const file = path.join(profile, 'accounts', google.users[0]?.sub ?? '', 'mail.db');
  const store = await openTestStore(file);
  await store.apply({ remembered: { limits: JSON.stringify(learnt) } });
  await store.close();
  const running = await openPorthole(profile, `--google=${google.url}`);
  await running.page.waitForFunction(() => 'porthole' in window);
  return {
    ...running,
    onDisk: async () => {
      const read = await running.page.evaluate(() =>
        (Reflect.get(window, 'porthole') as Bridge).request('session.read', {}),
      );
      if (!read.ok) throw new Error(`The session can't be read: ${read.failure.kind}`);
      return read.value.sync.onDisk;
    },
    close: async () => {
      await running.app.close();
      await google.close();
    },
  };
}
