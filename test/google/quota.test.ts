import { afterEach, describe, expect, test } from 'vitest';
import { gmailOf } from './asking.ts';
import { costTables } from './costs.ts';
import { type FakeGoogle, type GoogleOptions, startGoogle } from './google.ts';
import { Quota } from './quota.ts';

let google: FakeGoogle | undefined;
let now = 0;

async function start(options: GoogleOptions): Promise<FakeGoogle> {
  now = Date.UTC(2026, 10, 22, 12);
  google = await startGoogle({ now: () => now, ...options });
  return google;
}

afterEach(() => google?.close());

test('units are counted though the quota is off, and stand in the log', async () => {
  const fake = await start({});
  const ask = gmailOf(fake);
  const id = fake.mailbox().add({ raw: 'Subject: x\r\n\r\nx' });
  await ask('profile');
  await ask('messages');
  await ask(`messages/${id}`);
  await ask(`threads/${id}`);
  expect(fake.unitsSpent).toBe(1 + 5 + 20 + 40);
  expect(fake.requests.map(({ units }) => units)).toEqual([1, 5, 20, 40]);
});

test('an older project pays less for messages and threads', () => {
  expect(costTables.old.units).toEqual({
    ...costTables.new.units,
    'messages.get': 5,
    'attachments.get': 5,
    'threads.get': 10,
  });
});

describe('too much in a short time', () => {
  test('is refused with 403, the reason and the time, until the bucket has filled again', async () => {
    const fake = await start({ quota: 'new' });
    const ask = gmailOf(fake);
    const id = fake.mailbox().add({ raw: 'Subject: x\r\n\r\nx' });
    for (let spent = 0; spent < 1_500; spent += 20) expect((await ask(`messages/${id}`)).status).toBe(200);
    const refused = await ask(`messages/${id}`);
    expect(refused).toMatchObject({ status: 403, body: { error: { errors: [{ reason: 'rateLimitExceeded' }] } } });
    const retryAt = Date.parse(/Retry after (\S+)$/.exec(refused.body.error.message)?.[1] ?? '');
    expect(retryAt).toBe(now + 200);
    now = retryAt - 1;
    expect((await ask(`messages/${id}`)).status).toBe(403);
    now = retryAt;
    expect((await ask(`messages/${id}`)).status).toBe(200);
  });

  test('is what one user does: the other still gets in', async () => {
    const fake = await start({ quota: { ...costTables.new, burstUnits: 5 } });
    const other = fake.addUser({ email: 'grace@example.org' });
    const asks = [gmailOf(fake), gmailOf(fake, fake.grantAccess({ sub: other.sub }).accessToken)];
    expect((await asks[0]?.('messages'))?.status).toBe(200);
    expect((await asks[0]?.('messages'))?.status).toBe(403);
    expect((await asks[1]?.('messages'))?.status).toBe(200);
  });

  test('is not 85 units a second, for an hour', () => {
    let at = 0;
    const quota = new Quota(() => at, 'new');
    for (; at < 3_600_000; at += 20_000 / 85) {
      const admission = quota.admit('ada', 'messages.get');
      if (!admission.admitted) break;
      admission.leave();
    }
    expect(at).toBeGreaterThanOrEqual(3_600_000);
  });

  test('is 160 units a second, before a minute is over', () => {
    let at = 0;
    const quota = new Quota(() => at, 'new');
    while (at < 60_000) {
      const admission = quota.admit('ada', 'messages.get');
      if (!admission.admitted) break;
      admission.leave();
      at += 125;
    }
    expect(at).toBeGreaterThan(15_000);
    expect(at).toBeLessThan(40_000);
  });
});

test('a day has its own limit, and the next one begins anew', async () => {
  const fake = await start({ quota: { ...costTables.new, projectUnitsPerDay: 7 } });
  const ask = gmailOf(fake);
  expect((await ask('messages')).status).toBe(200);
  expect((await ask('messages')).body.error.errors[0].reason).toBe('dailyLimitExceeded');
  now += 86_400_000;
  expect((await gmailOf(fake)('messages')).status).toBe(200);
});

test('more in flight than one user may have gets 429, and the rest goes on', async () => {
  const fake = await start({ quota: { ...costTables.new, concurrent: 2 } });
  const ask = gmailOf(fake);
  const gate = Promise.withResolvers<void>();
  const slow = fake.fault({ match: { path: '/labels', count: 2 }, until: gate.promise });
  const held = [ask('labels'), ask('labels')];
  await slow.struck;
  while (slow.hits < 2) await new Promise((resolve) => setImmediate(resolve));
  const refused = await ask('profile');
  expect(refused).toMatchObject({
    status: 429,
    body: { error: { message: 'Too many concurrent requests for user', errors: [{ reason: 'rateLimitExceeded' }] } },
  });
  gate.resolve();
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await ask('profile')).status).toBe(200);
});

test('what is refused costs nothing', async () => {
  const fake = await start({ quota: { ...costTables.new, burstUnits: 5 } });
  const ask = gmailOf(fake);
  await ask('messages');
  await ask('messages');
  expect(fake.unitsSpent).toBe(5);
  fake.switchQuota('off');
  expect((await ask('messages')).status).toBe(200);
});
