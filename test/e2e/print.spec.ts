// A message as it goes to paper: the page that is printed, in a window that nobody sees otherwise.
import { expect, signIn, statusLine, test } from './porthole.ts';

test.use({ mailCount: 2 });

test('stands alone on its page, which says when all of it is laid out', async ({ start, google }) => {
  const raw = [
    'From: Lighthouse <light@news.example>',
    'Subject: Harbour news',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<h1>The harbour is open</h1><img src="https://127.0.0.1/a.png">',
  ].join('\r\n');
  const id = google.mailbox().add({ raw, internalDate: Date.now(), labelIds: ['INBOX'] });
  const running = await start();
  await signIn(running, google);
  await expect(statusLine(running.page)).toContainText('Up to date');

  const opening = running.app.waitForEvent('window');
  await running.app.evaluate(({ app, BrowserWindow }, message) => {
    const preload = `${app.getAppPath()}/dist/preload/index.cjs`;
    const window = new BrowserWindow({ webPreferences: { preload, sandbox: true, contextIsolation: true } });
    void window.loadURL(`app://bundle/index.html?print=${message}`);
  }, id);
  const paper = await opening;
  await expect(paper).toHaveTitle('ready to print');
  await expect(paper.getByRole('heading', { name: 'Harbour news' })).toBeVisible();
  await expect(paper.frameLocator('iframe').frameLocator('iframe').getByText('The harbour is open')).toBeVisible();
  await expect(paper.getByRole('listbox')).toHaveCount(0);
  await expect(paper.getByRole('button').filter({ visible: true })).toHaveCount(0);
});
