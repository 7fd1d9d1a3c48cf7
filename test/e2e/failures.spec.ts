// What the window says of all that can go wrong on the way to Gmail: a sentence of ours each time, and nothing raw.
import type { Page } from '@playwright/test';
import type { Fault } from '../google/faults.ts';
import { expect, signIn, statusLine, test } from './porthole.ts';
import { look } from './sentence.ts';

const always = Number.POSITIVE_INFINITY;
const hourMs = 3_600_000;

const refusals: readonly (readonly [name: string, sentence: RegExp, fault: Fault])[] = [
  ['api-disabled', /Gmail API is switched off/, { reason: 'accessNotConfigured' }],
  ['scope', /was not given permission/, { reason: 'insufficientPermissions' }],
  ['administrator', /administrator does not allow/, { reason: 'domainPolicy' }],
  ['portal', /answer made no sense/, { malformed: 'captive-portal' }],
  ['no-json', /answer made no sense/, { malformed: 'not-json' }],
  ['unknown-error', /answer made no sense/, { status: 451, reason: 'moonPhase' }],
  ['daily-limit', /asks for patience until/, { reason: 'dailyLimitExceeded' }],
  ['busy', /asks for patience until/, { reason: 'rateLimitExceeded', retryAt: Date.now() + hourMs }],
];
const endings: typeof refusals = [
  ['refused', /no longer accepts this sign-in/, { tokenError: 'invalid_grant' }],
  ['policy', /asks you to sign in again from time to time/, { tokenError: 'invalid_rapt' }],
  ['client', /refuses this OAuth client/, { tokenError: 'deleted_client' }],
];

const refresh = (page: Page) => page.evaluate(() => window.porthole.request('sync.now', {}));

test('every refusal of Gmail’s is a sentence, and goes when it has passed', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  for (const [name, sentence, fault] of refusals) {
    google.fault({ match: { path: /\/gmail\//, count: always }, ...fault });
    await refresh(page);
    await look(page, name, sentence, { lasts: true });
    google.clearFaults();
    // What asked for an hour of patience gets it.
    if (name === 'busy') break;
    await refresh(page);
    await expect(statusLine(page)).toContainText('Up to date');
  }
});

for (const [name, sentence, fault] of endings)
  test(`a sign-in that has ended says why: ${name}`, async ({ start, google }) => {
    const first = await start();
    await signIn(first, google);
    await expect(statusLine(first.page)).toContainText('Up to date');
    await first.close();
    google.fault({ match: { path: '/token', count: always }, ...fault });
    const { page } = await start();
    await look(page, name, sentence, { lasts: true });
  });

test('no network is said quietly', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  await google.disconnect();
  await refresh(page);
  await look(page, 'offline', /Offline, as of/, { lasts: true });
});
