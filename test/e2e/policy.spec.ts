// An organisation's file, as whoever uses its Porthole meets it. The file is named on the command line, which only an unpackaged
// Porthole takes.
import { writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { _electron } from 'playwright';
import { consent } from '../google/browser.ts';
import type { FakeGoogle } from '../google/google.ts';
import { expect, messages, openSettings, projectFolder, test } from './porthole.ts';

test.use({ mailCount: 3 });

const clean = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

async function startWith(content: unknown, google: FakeGoogle, profile: string) {
  const file = test.info().outputPath('policy.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const app = await _electron.launch({
    args: [projectFolder, `--user-data-dir=${profile}`, `--google=${google.url}`, `--policy=${file}`],
    cwd: projectFolder,
    colorScheme: null,
  });
  await app.evaluate(({ shell }) => {
    const links: string[] = [];
    Reflect.set(globalThis, 'openedLinks', links);
    shell.openExternal = async (url) => {
      links.push(url);
    };
  });
  const page = await app.firstWindow();
  await page.waitForFunction(() => document.readyState === 'complete' && 'porthole' in window);
  const opened = () => app.evaluate(() => Reflect.get(globalThis, 'openedLinks') as string[]);
  return { app, page, opened };
}

test('its client takes the place of the guide, and the settings show what is fixed', async ({ google, profile }) => {
  const domain = (google.users[0]?.email ?? '').split('@')[1];
  const { app, page, opened } = await startWith(
    {
      organisation: 'Example Ltd',
      client: google.clientFile(),
      allowedDomains: [domain],
      remotePictures: 'never',
      cacheLimit: 100_000_000,
    },
    google,
    profile,
  );
  try {
    await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in at Google' })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Steps' })).toHaveCount(0);
    await clean(page);
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
      await clean(page);
      await page.screenshot({ path: test.info().outputPath(`${section}.png`) });
      await page.keyboard.press('Escape');
    }
    const changed = await page.evaluate(() =>
      window.porthole.request('settings.change', { cacheLimit: 10_000_000_000 }),
    );
    expect(changed).toMatchObject({ ok: true, value: { cacheLimit: 100_000_000 } });
  } finally {
    await app.close();
  }
});

test('an account that it does not allow is told so', async ({ google, profile }) => {
  const { app, page, opened } = await startWith(
    { client: google.clientFile(), allowedDomains: ['elsewhere.example'] },
    google,
    profile,
  );
  try {
    await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
    await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
    await expect.poll(async () => (await opened()).length).toBe(1);
    await consent((await opened())[0] ?? '', 'allow');
    await expect(page.getByRole('alert')).toContainText('with its own accounts only');
    await expect(page.getByRole('button', { name: 'Choose another client file' })).toHaveCount(0);
  } finally {
    await app.close();
  }
});

test('a file that nobody can follow is said in a sentence, and lets nobody in', async ({ google, profile }) => {
  const { app, page, opened } = await startWith('{ "allowedDomain": ["x.example"] }', google, profile);
  try {
    await expect(page.getByRole('region', { name: 'Notice' })).toContainText('rules can’t be read');
    await clean(page);
    await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
    await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
    await expect(page.getByRole('alert')).toContainText('rules can’t be read');
    expect(await opened()).toEqual([]);
    expect(google.requests).toEqual([]);
  } finally {
    await app.close();
  }
});
