// Signs Porthole in at a fake Google, the person's browser played by the bench.
import type { ElectronApplication } from 'playwright';
import { consent } from '../google/browser.ts';
import type { FakeGoogle } from '../google/google.ts';
import { isStandIn } from '../runtime/executable.ts';
import { listBox, type Running } from './app.ts';

/** The next link that is handed to the system's browser, instead of opening it. */
function nextLink(app: ElectronApplication): Promise<string> {
  return app.evaluate(
    ({ shell }) =>
      new Promise<string>((resolve) => {
        shell.openExternal = async (url) => resolve(url);
      }),
  );
}

export async function signIn({ app, page }: Running, google: FakeGoogle): Promise<void> {
  const link = nextLink(app);
  await page.getByRole('button', { name: 'Connect a Gmail account' }).click();
  await page.getByRole('button', { name: 'I already have a client file' }).click();
  await page.getByRole('textbox', { name: 'Or paste what is in it' }).fill(JSON.stringify(google.clientFile()));
  await page.getByRole('button', { name: 'Use this text' }).click();
  await page.getByRole('button', { name: 'Open Google’s sign-in' }).click();
  await consent(await link, 'allow');
  await listBox(page).waitFor();
  // Real Electron under Playwright has no key store on Linux, and asks.
  if (!isStandIn) await page.getByRole('button', { name: /keep it anyway/i }).click({ timeout: 5_000 });
}
