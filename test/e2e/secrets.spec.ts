// No token and no client secret lies in a file in clear, and none has reached the page.
import path from 'node:path';
import type { Bridge } from '../../electron/contract/bridge.ts';
import { anySearch } from '../support/any-search.ts';
import { filesWith } from '../support/files-with.ts';
import { expect, filterBox, rows, signIn, statusLine, test } from './porthole.ts';

test('secrets are in no file in clear and never in the page', async ({ start, google, profile }) => {
  const running = await start();
  const { app, page } = running;
  // Events as they leave, and below as they arrive.
  await app.evaluate(({ BrowserWindow }) => {
    const heard: string[] = [];
    Reflect.set(globalThis, 'heardByPage', heard);
    const [window] = BrowserWindow.getAllWindows();
    const { send } = window?.webContents ?? {};
    if (window && send)
      window.webContents.send = (...all) => {
        heard.push(JSON.stringify(all));
        return send.apply(window.webContents, all);
      };
  });
  await page.evaluate(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    const bridge = Reflect.get(window, 'porthole') as Bridge;
    bridge.listen((event) => heard.push(JSON.stringify(event)));
  });
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date');
  await filterBox(page).fill('report');
  await rows(page).first().click();

  // What is answered now to whoever asks of accounts, clients and mail, and what the page holds: its document and its storage.
  const answers = await page.evaluate(async (search) => {
    const bridge = Reflect.get(window, 'porthole') as Bridge;
    const find = { search, ask: false, offset: 0, limit: 200 };
    const session = await bridge.request('session.read', {});
    const accountId = (session.ok && session.value.account?.id) || '';
    const all = [
      session,
      await bridge.request('account.details', { accountId }),
      await bridge.request('account.labels', { accountId }),
      await bridge.request('network.read', {}),
      await bridge.request('storage.read', {}),
      await bridge.request('settings.read', {}),
      await bridge.request('messages.find', find),
    ];
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value'));
    return JSON.stringify([
      all,
      Reflect.get(window, 'heard'),
      fields,
      { ...localStorage },
      document.documentElement.outerHTML,
    ]);
  }, anySearch);
  // The control: the one that is read out of the vault, beside the token and the secret, has answered.
  expect(answers).toContain('grantedAt');
  const sent = await app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'heardByPage')));
  expect(sent).toContain('session.changed');
  const secrets = google.issuedSecrets();
  expect(secrets.length).toBeGreaterThanOrEqual(3);
  for (const secret of secrets) {
    expect(answers.includes(secret)).toBe(false);
    expect(sent.includes(secret)).toBe(false);
  }

  google.revokeAll();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('region', { name: 'Notice' })).toBeVisible();
  await running.close();
  expect(filesWith(profile, google.issuedSecrets())).toEqual([]);
  // The control: the search looks into the files that are there. The database has the words of mail in it.
  expect(filesWith(profile, ['boathouse']).map((file) => path.basename(file))).toContain('mail.db');
});
