// What the window says of all that can go wrong on this computer and at the sign-in: a sentence of ours each time.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { consent, type Decision } from '../google/browser.ts';
import type { Fault } from '../google/faults.ts';
import { isStandIn } from '../runtime/executable.ts';
import { askForConsent, expect, openSettings, signIn, statusLine, test, toFile } from './porthole.ts';
import { look } from './sentence.ts';

test.use({ mailCount: 3 });
test.describe.configure({ timeout: 120_000 });

const always = Number.POSITIVE_INFINITY;

const clientFiles: readonly (readonly [name: string, text: string, sentence: RegExp])[] = [
  ['not-json', 'hello', /it isn’t JSON/],
  ['too-large', 'x'.repeat(200_000), /far too large/],
  ['service-account', '{"type":"service_account","private_key":"x"}', /service account’s key/],
  ['authorized-user', '{"type":"authorized_user","refresh_token":"x"}', /finished sign-in/],
  ['not-a-client', '{"a":1}', /This JSON is not an OAuth client file/],
  ['field-missing', '{"installed":{"client_id":"a"}}', /incomplete.*client_secret/],
  [
    'no-loopback-redirect',
    '{"web":{"client_id":"a","client_secret":"b","redirect_uris":["https://example.org/"]}}',
    /can’t send the browser back/,
  ],
];

test('of each wrong client file', async ({ start }, testInfo) => {
  const { app, page } = await start();
  await toFile(page);
  for (const [name, text, sentence] of clientFiles) {
    await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(text);
    await page.getByRole('button', { name: 'Use this text' }).click();
    await look(page, `client-${name}`, sentence, { lasts: false });
  }
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, testInfo.outputPath('nowhere.json'));
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await look(page, 'client-unreadable', /can’t be opened/, { lasts: false });
});

const signIns: readonly (readonly [name: string, sentence: RegExp, decision: Decision, fault?: Fault])[] = [
  ['denied', /declined in the browser/, 'deny'],
  ['gmail-not-granted', /without permission to read mail/, 'partly'],
  ['code-refused', /would not take its own sign-in code/, 'allow', { tokenError: 'invalid_grant' }],
  ['client-refused', /refuses this OAuth client/, 'allow', { tokenError: 'deleted_client' }],
  ['setup', /refuses the way this OAuth client is set up/, 'allow', { tokenError: 'unauthorized_client' }],
  ['no-refresh-token', /gave access for an hour only/, 'allow', { omit: ['refresh_token'] }],
  ['busy', /asks for patience/, 'allow', { status: 503 }],
  ['no-reply', /no connection to Gmail/, 'allow', { cutOff: 'before' }],
];

for (const [name, sentence, decision, fault] of signIns)
  test(`of a sign-in that fails: ${name}`, async ({ start, google }) => {
    const running = await start();
    const url = await askForConsent(running, google);
    if (fault) google.fault({ match: { path: '/token', count: always }, ...fault });
    await consent(url, decision);
    if (name === 'no-refresh-token') {
      // It is asked for once more before that is said.
      await expect.poll(async () => (await running.opened()).length).toBe(2);
      await consent((await running.opened())[1] ?? '', decision);
    }
    await look(running.page, `sign-in-${name}`, sentence, { lasts: false });
  });

test('of a sign-in without a browser', async ({ start, google }) => {
  const { app, page } = await start();
  await toFile(page);
  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.reject(new Error('no browser'));
  });
  await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(JSON.stringify(google.clientFile()));
  await page.getByRole('button', { name: 'Use this text' }).click();
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await look(page, 'sign-in-no-browser', /browser could not be opened/, { lasts: false });
});

test('of an account whose number nobody gives', async ({ start, google }) => {
  const running = await start();
  const url = await askForConsent(running, google);
  google.fault({ match: { path: '/token', count: always }, omit: ['id_token'] });
  google.fault({ match: { path: /userinfo/, count: always }, body: '{}' });
  await consent(url, 'allow');
  await look(running.page, 'sign-in-no-user-id', /did not say whose account/, { lasts: false });
});

test('of an account that an organisation does not allow', async ({ start, google }) => {
  const file = test.info().outputPath('policy.json');
  writeFileSync(file, JSON.stringify({ allowedDomains: ['elsewhere.example'] }));
  const running = await start({}, [`--policy=${file}`]);
  await consent(await askForConsent(running, google), 'allow');
  await look(running.page, 'sign-in-not-allowed', /with its own accounts only/, { lasts: false });
});

test('of a port that is taken', async ({ start, google }) => {
  const { page } = await start();
  await toFile(page);
  const web = { client_id: 'a', client_secret: 'b', redirect_uris: [`http://127.0.0.1:${new URL(google.url).port}/`] };
  await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(JSON.stringify({ web }));
  await page.getByRole('button', { name: 'Use this text' }).click();
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await look(page, 'sign-in-port-taken', /in use by another program/, { lasts: false });
});

/** As the account's record remembers it. */
const endings: readonly (readonly [reason: string, sentence: RegExp])[] = [
  ['testing-expiry', /after seven days/],
  ['unused', /not used for six months/],
  ['time-limited', /time for which you granted access/],
  ['consent-changed', /asks for other permissions/],
  ['not-kept', /kept until Porthole was closed/],
  ['unreadable', /can’t be decrypted on this computer/],
  ['by-you', /You signed out/],
];

test('of a sign-in that has ended', async ({ start, google, profile }) => {
  const first = await start();
  await signIn(first, google);
  await expect(statusLine(first.page)).toContainText('Up to date');
  await first.close();
  const file = path.join(profile, 'accounts', google.users[0]?.sub ?? '', 'account.json');
  for (const [signedOut, sentence] of endings) {
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), signedOut }));
    const { page, close } = await start();
    await look(page, `signed-out-${signedOut}`, sentence, { lasts: true });
    await close();
  }
});

const damages: readonly (readonly [
  name: string,
  sentence: RegExp,
  damage: (profile: string, account: string) => void,
])[] = [
  [
    'settings',
    /settings file was damaged/,
    (profile) => writeFileSync(path.join(profile, 'settings.json'), '{ "theme": '),
  ],
  [
    'database',
    /mail database was damaged/,
    (_, account) => writeFileSync(path.join(account, 'mail.db'), 'x'.repeat(10_000)),
  ],
  [
    'token',
    /can’t be decrypted on this computer|could not be read and was set aside/,
    (_, account) => writeFileSync(path.join(account, 'grant.bin'), 'not a token'),
  ],
  [
    'folder',
    /does not let Porthole write|can’t be read/,
    (_, account) => {
      for (const end of ['', '-wal', '-shm']) rmSync(path.join(account, `mail.db${end}`), { force: true });
      mkdirSync(path.join(account, 'mail.db'));
    },
  ],
];

for (const [name, sentence, damage] of damages)
  test(`of a profile that was damaged: ${name}`, async ({ start, google, profile }) => {
    const first = await start();
    await signIn(first, google);
    await expect(statusLine(first.page)).toContainText('Up to date');
    await first.close();
    damage(profile, path.join(profile, 'accounts', google.users[0]?.sub ?? ''));
    const { page } = await start();
    await look(page, `damaged-${name}`, sentence, { lasts: true });
  });

test.describe('of a key store', () => {
  test.skip(!isStandIn, 'the key store is the system’s own');

  test('that is none', async ({ start, google }) => {
    const running = await start({ STAND_IN_SAFE_STORAGE: 'basic' });
    await signIn(running, google);
    await look(running.page, 'key-store-none', /no key store that Porthole can use/, { lasts: true });
  });

  for (const state of ['locked', 'unavailable'])
    test(`that is ${state}`, async ({ start, google }) => {
      const first = await start();
      await signIn(first, google);
      await expect(statusLine(first.page)).toContainText('Up to date');
      await first.close();
      const { page } = await start({ STAND_IN_SAFE_STORAGE: state });
      await look(page, `key-store-${state}`, /key store (?:is locked|can’t be used)|can’t be decrypted/, {
        lasts: true,
      });
    });
});

test('of an organisation’s rules that nobody can follow', async ({ start }) => {
  const file = test.info().outputPath('policy.json');
  writeFileSync(file, '{ "allowedDomain": ["x.example"] }');
  const { page } = await start({}, [`--policy=${file}`]);
  await look(page, 'policy-file', /rules can’t be read/, { lasts: true });
});

test('of a permission that could not be given back', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  await google.disconnect();
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('button', { name: 'Sign out…' }).click();
  await page.getByRole('button', { name: 'Keep the mail' }).click();
  await look(page, 'grant-not-revoked', /permission still stands there/, { lasts: true });
});

test('of a wrong passcode', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  const panel = await openSettings(page, 'Privacy');
  await panel.getByLabel('Passcode').fill('brass and glass');
  await panel.getByLabel('Once more').fill('brass and glass');
  await panel.getByRole('button', { name: 'Turn the lock on' }).click();
  await panel.getByRole('button', { name: 'Lock now' }).click();
  const field = page.getByLabel('Passcode');
  const tryOne = async () => {
    await field.fill('wrong', { timeout: 1_000 });
    await page.getByRole('button', { name: 'Unlock' }).click({ timeout: 1_000 });
  };
  await tryOne();
  await look(page, 'passcode-wrong', /not the passcode/, { lasts: false });
  await expect(async () => {
    if (await field.isEnabled()) await tryOne();
    await expect(page.getByText(/the next try has to wait/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await look(page, 'passcode-wait', /the next try has to wait/, { lasts: false });
});
