// A walk through Porthole without a display: the built app against the fake Google, with a screenshot of each step.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Locator, type Page } from 'playwright';
import { consent } from './google/browser.ts';
import { type FakeGoogle, startGoogle } from './google/google.ts';
import { chromiumSandbox, runtimeName } from './runtime/executable.ts';
import { fillMailbox } from './support/sample-mail.ts';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'test', 'results', 'tour');
const profile = path.join(folder, 'profile');
const size = { width: 1180, height: 760 };

let taken = 0;
const started = Date.now();

async function show(page: Page, what: string): Promise<void> {
  taken += 1;
  const name = `${String(taken).padStart(2, '0')}-${what.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
  await page.screenshot({ path: path.join(folder, name) });
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}  (${name})`);
}

async function open(google: FakeGoogle): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const args = [root, `--user-data-dir=${profile}`, `--google=${google.url}`];
  const app = await _electron.launch({ args, cwd: root, colorScheme: null, chromiumSandbox });
  await app.evaluate(({ shell }) => {
    shell.openExternal = async (url) => {
      Reflect.set(globalThis, 'openedLink', url);
    };
  });
  const page = await app.firstWindow();
  await page.setViewportSize(size);
  return { app, page };
}

/** The person in the system's browser, once Porthole has sent them there. */
async function allow(app: ElectronApplication): Promise<void> {
  for (;;) {
    const link = await app.evaluate(() => {
      const opened: unknown = Reflect.get(globalThis, 'openedLink');
      Reflect.deleteProperty(globalThis, 'openedLink');
      return opened;
    });
    if (typeof link === 'string') {
      await consent(link, 'allow');
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const rows = (page: Page) => page.getByRole('listbox', { name: 'Messages' }).getByRole('option');
/** Until the body of its message has been painted, in its frame or as text; another may have stood there. */
async function read(page: Page, row: Locator): Promise<void> {
  await page.locator('article li').evaluateAll((messages) => {
    for (const message of messages) message.setAttribute('data-earlier', '');
  });
  await row.click();
  const body = ':is(iframe[data-shown], :not(header) > [data-find="text"])';
  await page.locator(`article li:not([data-earlier]) ${body}`).last().waitFor();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
}

const status = (page: Page, text: string | RegExp) => page.getByRole('contentinfo').getByText(text).first().waitFor();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
console.log(
  `A tour on ${runtimeName === 'Electron' ? 'Electron' : 'the stand-in for Electron'}; pictures go to ${path.relative(root, folder)}`,
);
const google = await startGoogle();
fillMailbox(google, 240);

try {
  let { app, page } = await open(google);
  await button(page, 'Open the sample mailbox').waitFor();
  await show(page, 'First screen');

  await button(page, 'Open the sample mailbox').click();
  await rows(page).nth(6).waitFor();
  await read(page, rows(page).nth(6));
  await show(page, 'Sample mailbox');
  await page.getByRole('combobox', { name: 'Filter messages' }).fill('boat OR harbour');
  await page.locator('aside[aria-busy="false"]').waitFor();
  // What the sample holds changes with the day.
  await read(page, rows(page).filter({ hasText: 'in the conversation' }).first());
  await show(page, 'Found in the sample, with what there is in it');
  await page.getByRole('treeitem', { name: 'All mail' }).click();
  await page.getByRole('heading', { name: 'All mail' }).waitFor();
  await show(page, 'All mail');
  await button(page, /^Account/).click();
  await show(page, 'Account menu');
  await button(page, 'Close the sample mailbox').click();

  await button(page, 'Connect a Gmail account').click();
  await button(page, 'Open New Project at Google').waitFor();
  await show(page, 'The guide, first step');
  await button(page, 'I already have a client file').click();
  await button(page, 'Choose a file…').waitFor();
  await show(page, 'Client file');
  await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill('{"type":"service_account"}');
  await button(page, 'Use this text').click();
  await page.getByRole('alert').waitFor();
  await show(page, 'Wrong client file');
  await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(JSON.stringify(google.clientFile()));
  await button(page, 'Use this text').click();
  await button(page, 'Open Google’s sign-in').click();
  await button(page, 'Copy the link').waitFor();
  await show(page, 'Waiting for the browser');
  await allow(app);
  await rows(page).first().waitFor();
  await show(page, 'Signed in, mail coming in');
  await page
    .getByRole('contentinfo')
    .getByText(/Up to date/)
    .waitFor({ timeout: 120_000 });
  await show(page, 'The list');

  await page.getByRole('combobox', { name: 'Filter messages' }).fill('has:attachment -from:me newer_than:1y');
  await page.getByText(/Gmail found/).waitFor();
  await show(page, 'Filtered, answered by Gmail');
  await page.getByRole('combobox', { name: 'Filter messages' }).fill('');
  await read(page, rows(page).filter({ hasText: 'سلام از تهران' }));
  await show(page, 'A message, right to left');
  await page.keyboard.press('ControlOrMeta+Comma');
  await page.getByRole('radio', { name: 'Dark' }).click();
  await show(page, 'Settings');
  await page.keyboard.press('Escape');
  await read(page, rows(page).nth(7));
  await show(page, 'A message, dark');

  await app.close();
  await google.disconnect();
  ({ app, page } = await open(google));
  await rows(page).first().waitFor();
  await status(page, /Offline/);
  await show(page, 'Reopened with the network cut');
  await page.getByRole('combobox', { name: 'Filter messages' }).fill('from:amy "blue door"');
  await page.getByText('1 found', { exact: true }).waitFor();
  await read(page, rows(page).first());
  await show(page, 'Filtered offline');
  await page.getByRole('combobox', { name: 'Filter messages' }).fill('');

  await google.reconnect();
  await page
    .getByRole('contentinfo')
    .getByText(/Up to date/)
    .waitFor({ timeout: 60_000 });
  google.revokeAll();
  await button(page, 'Refresh').click();
  await button(page, 'Sign in again').waitFor();
  await show(page, 'The permission was taken away');
  await button(page, /^Account/).click();
  await button(page, 'Sign out…').click();
  await show(page, 'Signing out');
  await button(page, 'Erase the mail').click();
  await button(page, 'Connect a Gmail account').waitFor();
  await show(page, 'Signed out');
  await app.close();
} finally {
  await google.close();
}
