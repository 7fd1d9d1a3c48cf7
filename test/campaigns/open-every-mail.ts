// Opens every mail of a folder in the window of the built app, and looks whether something stands there for each:
// `npm run campaign:open`. Another folder may be given. Photographs fifty of them, light and dark, and puts the pictures on sheets.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { _electron } from 'playwright';
import { consent } from '../google/browser.ts';
import { startGoogle } from '../google/google.ts';
import { chromiumSandbox, runtimeName } from '../runtime/executable.ts';
import { openEach } from './open/open-each.ts';
import { writeSheets } from './open/sheets.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const results = path.join(root, 'test', 'results', 'open');
const [mail = path.join(root, '..', 'shared', 'mail', 'eml'), from = '0', most = '1000'] = process.argv.slice(2);
const photographed = 50;

const files = readdirSync(mail, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.eml'))
  .toSorted()
  .slice(Number(from), Number(from) + Number(most));
if (files.length === 0) throw new Error('there is no mail to open');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const google = await startGoogle();
const mailbox = google.mailbox();
const names = new Map(
  files.map((name, at) => {
    const raw = readFileSync(path.join(mail, name));
    return [mailbox.add({ raw, internalDate: Date.now() - (at + 1) * 60_000, labelIds: ['INBOX'] }), name] as const;
  }),
);
const app = await _electron.launch({
  args: [root, `--user-data-dir=${path.join(results, 'profile')}`, `--google=${google.url}`],
  cwd: root,
  colorScheme: null,
  chromiumSandbox,
});
const links: string[] = [];
await app.evaluate(({ shell }) => {
  shell.openExternal = async (url) => {
    Reflect.set(globalThis, 'openedLink', url);
  };
});
const page = await app.firstWindow();
await page.setViewportSize({ width: 1180, height: 860 });
const complaints: string[] = [];
page.on('pageerror', (error) => complaints.push(error.message));
page.on('console', (message) => {
  // A picture that its mail lacks is asked for, and is not there.
  if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
});

await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'File' }).click();
await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(JSON.stringify(google.clientFile()));
await page.getByRole('button', { name: 'Use this text' }).click();
await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
while (links.length === 0) {
  const link = await app.evaluate(() => Reflect.get(globalThis, 'openedLink') as unknown);
  if (typeof link === 'string') links.push(link);
  else await new Promise((resolve) => setTimeout(resolve, 50));
}
await consent(links[0] ?? '', 'allow');
await page
  .getByRole('contentinfo')
  .getByText(/Up to date/)
  .waitFor({ timeout: 120_000 });

const seen = new Set<string>();
const wrong: string[] = [];
const pictures: { readonly light: string; readonly dark: string; readonly name: string }[] = [];
const every = Math.max(1, Math.floor(files.length / photographed));
const reader = page.getByRole('region', { name: 'Message', exact: true });

async function photograph(at: number, name: string): Promise<void> {
  const shot = { light: `${at}-light.png`, dark: `${at}-dark.png`, name };
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await new Promise((resolve) => setTimeout(resolve, 250));
    await reader.screenshot({ path: path.join(results, shot[colorScheme]) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  pictures.push(shot);
}

const rows = await openEach({
  page,
  onOpened: async ({ at, ids, wrong: found }) => {
    for (const id of ids) seen.add(id);
    const name = names.get(ids.at(-1) ?? '') ?? '?';
    wrong.push(...found.map((what) => `${name}: ${what}`));
    if (at % every === 0 && pictures.length < photographed) await photograph(at, name);
  },
});
const attempts = await app.evaluate(() => {
  const standIn = Reflect.get(globalThis, 'standIn') as { readonly networkAttempts: readonly unknown[] } | undefined;
  return [...(standIn?.networkAttempts ?? [])].map(String);
});
await app.close();
await google.close();
await writeSheets({ folder: results, pictures });

const unopened = [...names].filter(([id]) => !seen.has(id)).map(([, name]) => `${name}: was not opened`);
const all = [...wrong, ...unopened, ...complaints, ...attempts.map((url) => `asked for ${url}`)];
console.log(
  `On ${runtimeName}: ${files.length} mails in ${rows} conversations: ${seen.size} opened, ${all.length} complaints`,
);
for (const one of all) console.error(one);
process.exitCode = all.length > 0 ? 1 : 0;
