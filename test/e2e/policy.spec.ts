// An organisation's file, as whoever uses its Porthole meets it. The file is named on the command line, which only an unpackaged
// Porthole takes.
import { writeFileSync } from 'node:fs';
import { consent } from '../google/browser.ts';
import { expect, expectAccessible, messages, openSettings, type Running, test } from './porthole.ts';

test.use({ mailCount: 3 });

type Start = (environment?: Readonly<Record<string, string>>, more?: readonly string[]) => Promise<Running>;

async function startWith(start: Start, content: unknown): Promise<Running> {
  const file = test.info().outputPath('policy.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return start({}, [`--policy=${file}`]);
}

test('its client takes the place of the guide, and the settings show what is fixed', async ({ start, google }) => {
  const domain = (google.users[0]?.email ?? '').split('@')[1];
  const { page, opened } = await startWith(start, {
    organisation: 'Example Ltd',
    client: google.clientFile(),
    allowedDomains: [domain],
    remotePictures: 'never',
    cacheLimit: 100_000_000,
  });
  await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in at Google' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Steps' })).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await expect.poll(async () => (await opened()).length).toBe(1);
  await consent((await opened())[0] ?? '', 'allow');
  await expect(messages(page)).toBeVisible();
  for (const [section, said] of [
    ['Accounts', `Fixed by Example Ltd: only accounts at ${domain} can be used here.`],
    ['Privacy', 'Fixed by Example Ltd: pictures that lie elsewhere are never fetched'],
    ['Storage', 'Fixed by Example Ltd: at most 100 MB are kept'],
  ] as const) {
    const panel = await openSettings(page, section);
    await expect(panel).toContainText(said);
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath(`${section}.png`) });
    await page.keyboard.press('Escape');
  }
  const changed = await page.evaluate(() => window.porthole.request('settings.change', { cacheLimit: 10_000_000_000 }));
  expect(changed).toMatchObject({ ok: true, value: { cacheLimit: 100_000_000 } });
});

test('an account that it does not allow is told so', async ({ start, google }) => {
  const { page, opened } = await startWith(start, {
    client: google.clientFile(),
    allowedDomains: ['elsewhere.example'],
  });
  await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await expect.poll(async () => (await opened()).length).toBe(1);
  await consent((await opened())[0] ?? '', 'allow');
  await expect(page.getByRole('alert')).toContainText('with its own accounts only');
  await expect(page.getByRole('button', { name: 'Choose another client file' })).toHaveCount(0);
});

test('a file that nobody can follow is said in a sentence, and lets nobody in', async ({ start, google }) => {
  const { page, opened } = await startWith(start, '{ "allowedDomain": ["x.example"] }');
  await expect(page.getByRole('region', { name: 'Notice' })).toContainText('rules can’t be read');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await expect(page.getByRole('alert')).toContainText('rules can’t be read');
  expect(await opened()).toEqual([]);
  expect(google.requests).toEqual([]);
});
