// What every spec stands on: a Google with mail in it, a profile folder of its own, and Porthole started on both.
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import {
  test as base,
  type ConsoleMessage,
  type ElectronApplication,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { _electron } from 'playwright';
import { consent, type Decision } from '../google/browser.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { chromiumSandbox, isStandIn } from '../runtime/executable.ts';
import { fillMailbox } from '../support/sample-mail.ts';

export const projectFolder = path.resolve(import.meta.dirname, '..', '..');
/** What is started: the project as it was built, or, by these two, what was taken out of a package, or a package itself. */
const folder = process.env['PORTHOLE_FOLDER'] ?? projectFolder;
const program = process.env['PORTHOLE_PROGRAM'];

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The links that Porthole handed to the system's browser. */
  readonly opened: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

interface Fixtures {
  /** How many messages the mailbox has. */
  readonly mailCount: number;
  /** Whether the window may complain in its console: where a spec provokes refusals. */
  readonly mayComplain: boolean;
  /** CommonJS files that the main process loads before the app. */
  readonly hooks: readonly string[];
  /** What the program is started with besides. */
  readonly switches: readonly string[];
  readonly google: FakeGoogle;
  readonly profile: string;
  /** Starts Porthole on the profile; what is still running at the end is closed. */
  readonly start: (environment?: Readonly<Record<string, string>>, more?: readonly string[]) => Promise<Running>;
}

export const test = base.extend<Fixtures>({
  mailCount: [60, { option: true }],
  mayComplain: [false, { option: true }],
  hooks: [[], { option: true }],
  switches: [[], { option: true }],
  google: async ({ mailCount }, use) => {
    const google = await startGoogle();
    if (mailCount > 0) fillMailbox(google, mailCount);
    await use(google);
    await google.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object pattern
  profile: async ({}, use, testInfo) => use(testInfo.outputPath('profile')),
  start: async ({ google, profile, hooks, switches, mayComplain }, use) => {
    const running: ElectronApplication[] = [];
    const errors: string[] = [];
    await use(async (environment = {}, more = []) => {
      const app = await _electron.launch({
        ...(program && { executablePath: program }),
        args: [
          ...hooks.flatMap((file) => ['-r', file]),
          ...(program ? [] : [folder]),
          `--user-data-dir=${profile}`,
          `--google=${google.url}`,
          ...switches,
          ...more,
        ],
        cwd: projectFolder,
        env: { ...inherited(), ...environment },
        colorScheme: null,
        chromiumSandbox,
      });
      running.push(app);
      // The person's browser is played by the test.
      await app.evaluate(({ shell }) => {
        const links: string[] = [];
        Reflect.set(globalThis, 'openedLinks', links);
        shell.openExternal = async (url) => {
          links.push(url);
        };
      });
      const page = await app.firstWindow();
      // Before its page has come, a window is an empty one without any policy.
      await page.waitForFunction(() => document.readyState === 'complete' && 'porthole' in window);
      // And what its document comes with can be seen before it can be used.
      await page.waitForFunction(() => !document.querySelector('#root[inert]'));
      // A script error in the window is a bug, whatever the spec is about.
      page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
      page.on('console', (message) => {
        // What a page that is being closed had just asked for is nobody's any more.
        if (!running.includes(app)) return;
        if (message.type() === 'error' && !isMissingPicture(message)) errors.push(message.text());
      });
      return {
        app,
        page,
        opened: () => app.evaluate(() => Reflect.get(globalThis, 'openedLinks') as string[]),
        close: async () => {
          running.splice(running.indexOf(app), 1);
          await app.close();
        },
      };
    });
    for (const app of running.splice(0)) await app.close();
    if (!mayComplain) expect(errors).toEqual([]);
  },
});

/** Where the pictures of mail are: `mail://<host>/`, which is another address on the stand-in. */
const mailPicture = /^(?:mail:\/\/[0-9a-f]{32}|https:\/\/[0-9a-f]{32}\.mail-scheme\.invalid)\/(?:cid|img)\//;

/** Mail may name pictures that it does not bring, and one may be asked for while its mailbox is closed. */
const isMissingPicture = (message: ConsoleMessage) => mailPicture.test(message.location().url);

function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(entries);
}

/** To where the client file is handed over, past the steps that lead to one. */
export async function toFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
  const title = page.getByRole('main').getByRole('heading', { level: 1 });
  await expect(title).toBeVisible();
  if ((await title.textContent()) === 'Hand over the file') return;
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'File' }).click();
  await expect(title).toHaveText('Hand over the file');
}

/** Hands over the client file by pasting it, and waits for the consent page to be opened. Answers its address. */
export async function askForConsent({ page, opened }: Running, google: FakeGoogle): Promise<string> {
  const before = (await opened()).length;
  await toFile(page);
  await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(JSON.stringify(google.clientFile()));
  await page.getByRole('button', { name: 'Use this text' }).click();
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await expect.poll(async () => (await opened()).length).toBeGreaterThan(before);
  return (await opened()).at(-1) ?? '';
}

/** Real Electron under Playwright has no key store on Linux; a person would be asked, and says yes. */
export async function keepTokenIfAsked(page: Page): Promise<void> {
  if (isStandIn) return;
  const keep = page.getByRole('button', { name: /keep it anyway/i });
  if (await keep.isVisible().catch(() => false)) await keep.click();
}

export async function signIn(running: Running, google: FakeGoogle, decision: Decision = 'allow'): Promise<void> {
  const url = await askForConsent(running, google);
  await consent(url, decision);
  if (decision !== 'allow') return;
  await expect(messages(running.page)).toBeVisible();
  await keepTokenIfAsked(running.page);
}

/** Opens the settings at one of their sections. */
export async function openSettings(page: Page, section: string): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+Comma');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('tab', { name: section }).click();
  return dialog.getByRole('tabpanel', { name: section });
}

export const messages = (page: Page) => page.getByRole('listbox', { name: 'Messages' });
export const rows = (page: Page) => messages(page).getByRole('option');
export const filterBox = (page: Page) => page.getByRole('combobox', { name: 'Filter messages' });
export const reader = (page: Page) => page.getByRole('region', { name: 'Message', exact: true });
export const statusLine = (page: Page) => page.getByRole('contentinfo');

export { expect };

/** Axe finds nothing to complain about in the window. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** The person's choice in the system's dialogs. */
export async function saveInto(app: ElectronApplication, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const saved = ((...given: unknown[]) => {
      const { defaultPath } = given.at(-1) as { readonly defaultPath: string };
      return Promise.resolve({ canceled: false, filePath: `${chosen}/${defaultPath}` });
    }) as typeof dialog.showSaveDialog;
    dialog.showSaveDialog = saved;
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, folder);
}
