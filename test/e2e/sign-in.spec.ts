// Ways in that do not work, and what a person sees of each.
import { consent } from '../google/browser.ts';
import { askForConsent, expect, messages, rows, signIn, test, toFile } from './porthole.ts';

const wrongFiles: readonly (readonly [string, string, RegExp])[] = [
  ['no JSON', 'hello', /isn’t JSON/],
  ['a service account’s key', '{"type":"service_account","private_key":"x"}', /service account’s key/],
  ['a finished sign-in', '{"type":"authorized_user","refresh_token":"x"}', /finished sign-in/],
  [
    'a web client without a way back',
    '{"web":{"client_id":"a","client_secret":"b","redirect_uris":["https://example.org/"]}}',
    /can’t send the browser back/,
  ],
  ['a file without a secret', '{"installed":{"client_id":"a"}}', /incomplete.*client_secret/],
  ['some other JSON', '{"a":1}', /not an OAuth client file/],
];

test('every wrong client file has a sentence of its own, and the right one still works', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await toFile(page);
  for (const [, text, sentence] of wrongFiles) {
    await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(text);
    await page.getByRole('button', { name: 'Use this text' }).click();
    await expect(page.getByRole('alert')).toContainText(sentence);
  }
  await page.getByRole('button', { name: 'Back to the start' }).click();
  await signIn(running, google);
  await expect(rows(page).first()).toBeVisible();
});

test('a chosen file is read by the main process', async ({ start, google }, testInfo) => {
  const { app, page, opened } = await start();
  const file = testInfo.outputPath('client.json');
  const { writeFile } = await import('node:fs/promises');
  await writeFile(file, JSON.stringify(google.clientFile()));
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
  await toFile(page);
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await expect.poll(async () => (await opened()).length).toBe(1);
});

test('a dropped file signs in', async ({ start, google }) => {
  const { page, opened } = await start();
  await toFile(page);
  const transfer = await page.evaluateHandle((text) => {
    const dropped = new DataTransfer();
    dropped.items.add(new File([text], 'client.json', { type: 'application/json' }));
    return dropped;
  }, JSON.stringify(google.clientFile()));
  await page.getByText('Drop the client file here').dispatchEvent('drop', { dataTransfer: transfer });
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await expect.poll(async () => (await opened()).length).toBe(1);
});

test('waits with the link at hand, and can be cancelled', async ({ start, google }) => {
  const running = await start();
  const { app, page, opened } = running;
  const url = await askForConsent(running, google);
  await page.getByRole('button', { name: 'Open again' }).click();
  await expect.poll(opened).toEqual([url, url]);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(url);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('button', { name: 'Open Google’s sign-in' })).toBeVisible();
  // Nobody listens any more.
  const port = new URL(new URL(url).searchParams.get('redirect_uri') ?? '').port;
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
});

test('a denied consent says so, and trying again asks anew', async ({ start, google }) => {
  const running = await start();
  const { page, opened } = running;
  const url = await askForConsent(running, google);
  await consent(url, 'deny');
  await expect(page.getByText(/declined in the browser/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(async () => (await opened()).length).toBe(2);
  const again = (await opened())[1] ?? '';
  for (const name of ['state', 'code_challenge'])
    expect(new URL(again).searchParams.get(name)).not.toBe(new URL(url).searchParams.get(name));
  await consent(again, 'allow');
  await expect(messages(page)).toBeVisible();
});

test('consent without Gmail is not a sign-in', async ({ start, google }) => {
  const running = await start();
  await consent(await askForConsent(running, google), 'partly');
  await expect(running.page.getByText(/without permission to read mail/)).toBeVisible();
});

test('what knocks at the loopback server without the right state changes nothing', async ({ start, google }) => {
  const running = await start();
  const url = new URL(await askForConsent(running, google));
  const back = url.searchParams.get('redirect_uri') ?? '';
  const origin = new URL(back).origin;
  for (const knock of [
    `${origin}/favicon.ico`,
    `${back}?error=access_denied`,
    `${back}?state=wrong&code=evil`,
    `${origin}/elsewhere?state=${url.searchParams.get('state')}&code=evil`,
  ]) {
    const { status } = await fetch(knock, { redirect: 'manual' });
    expect(status).toBeGreaterThanOrEqual(400);
  }
  await expect(running.page.getByRole('button', { name: 'Cancel' })).toBeVisible();
  const page = await consent(url.href, 'allow');
  expect(page.text).toMatch(/close/i);
  await expect(messages(running.page)).toBeVisible();
});
