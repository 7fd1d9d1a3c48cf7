// Porthole by keyboard alone: the whole story, every command by its key, and the focus, which is always somewhere to be seen.
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { type CommandId, commandIds, commandOf } from '../../renderer/commands/table.ts';
import { consent } from '../google/browser.ts';
import { ladenMail, ladenSubject } from '../support/laden-mail.ts';
import { boathouse } from '../support/sample-mail.ts';
import {
  expect,
  filterBox,
  keepTokenIfAsked,
  messages,
  reader,
  rows,
  saveInto,
  signIn,
  statusLine,
  test,
} from './porthole.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search for anything' });
const keysDialog = (page: Page) => page.getByRole('dialog', { name: 'Keys' });
const heading = (page: Page) => reader(page).getByRole('heading', { level: 2 });
const laden = () => ({ raw: ladenMail(), internalDate: Date.now(), labelIds: ['INBOX', 'UNREAD'] });

async function press(page: Page, keys: string): Promise<void> {
  for (const stroke of keys.split(' ')) {
    const mod = process.platform === 'darwin' ? 'Meta' : 'Control';
    await page.keyboard.press(stroke.replace(/^Mod\+/, `${mod}+`));
  }
}

/** Where nobody has the focus, a key does nothing that one could see. */
async function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { activeElement: focused } = document;
    return focused !== null && focused !== document.body && focused.checkVisibility();
  });
}

/** By Tab, as somebody would who does not know the keys. */
async function tabTo(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    // Where nothing has the focus the page itself is named, and its text has every name.
    const focused = await page.evaluate(() => {
      const { activeElement: one, body } = document;
      return one === null || one === body ? '' : (one.ariaLabel ?? one.textContent);
    });
    expect(focused).toContain(name);
  }).toPass();
}

/** The same, where more than one thing has that name in it. */
async function tabUntil(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(wanted).toBeFocused({ timeout: 100 });
  }).toPass();
}

async function byPalette(page: Page, typed: string): Promise<void> {
  await press(page, 'Mod+k');
  await palette(page).getByRole('combobox').pressSequentially(typed);
  await page.keyboard.press('Enter');
}

test('connects, finds, reads, saves and signs out without a pointer', async ({ start, google }, testInfo) => {
  google.mailbox().add(laden());
  const { app, page, opened } = await start();
  await saveInto(app, testInfo.outputDir);
  await tabTo(page, 'Connect a Gmail account');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
  await tabTo(page, 'I already have a client file');
  await page.keyboard.press('Enter');
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  }).toPass();
  await page.keyboard.insertText(JSON.stringify(google.clientFile()));
  await tabTo(page, 'Use this text');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Open Google’s sign-in' })).toBeVisible();
  await tabTo(page, 'Open Google’s sign-in');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await opened()).length).toBe(1);
  await consent((await opened()).at(-1) ?? '', 'allow');
  await expect(rows(page).first()).toContainText(ladenSubject);
  await keepTokenIfAsked(page);
  await expect(statusLine(page)).toContainText('Up to date');

  await press(page, '/');
  await page.keyboard.type(`subject:"${ladenSubject}"`);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(messages(page)).toBeFocused();
  await press(page, 'j');
  await press(page, 'Enter');
  await expect(heading(page)).toHaveText(ladenSubject);
  await expect(reader(page)).toBeFocused();

  await press(page, 'Mod+s');
  await expect(
    reader(page)
      .getByRole('status')
      .filter({ hasText: /^Saved/ }),
  ).toBeVisible();
  expect((await readFile(testInfo.outputPath('notes.txt'))).length).toBeGreaterThan(0);

  // One step back at a time: message, filter, inbox.
  await page.keyboard.press('Escape');
  await expect(messages(page)).toBeFocused();
  await expect(heading(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(filterBox(page)).toHaveValue('');
  await expect(rows(page).nth(2)).toBeVisible();

  await byPalette(page, 'sign out');
  await expect(page.getByRole('dialog', { name: /^Sign out of/ })).toBeVisible();
  await tabTo(page, 'Erase the mail');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Connect a Gmail account' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

/** Presses nothing itself; `press` has happened. What is not named has been seen to work when nothing was left behind. */
type Shown = (page: Page) => Promise<void>;
const filtered =
  (query: string): Shown =>
  (page) =>
    expect(filterBox(page)).toHaveValue(query);
const cursorAt =
  (place: number): Shown =>
  (page) =>
    expect(messages(page).locator('[data-cursor]')).toHaveAttribute('aria-posinset', String(place));
/** `last`: on the last row of all; or anywhere but there. */
const atEnd =
  (last: boolean): Shown =>
  async (page) => {
    const row = messages(page).locator('[data-cursor]');
    const count = (await row.getAttribute('aria-setsize')) ?? '';
    await (last ? expect(row) : expect(row).not).toHaveAttribute('aria-posinset', count);
  };
const closesWithEscape =
  (find: (page: Page) => ReturnType<Page['locator']>): Shown =>
  async (page) => {
    await expect(find(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(find(page)).toBeHidden();
    expect(await hasFocus(page)).toBe(true);
  };
const said =
  (text: RegExp): Shown =>
  (page) =>
    expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible();
const zoomed =
  (expected: (zoom: number) => boolean): Shown =>
  (page) =>
    expect
      .poll(async () => {
        const settings = await page.evaluate(() => window.porthole.request('settings.read', {}));
        return settings.ok && expected(settings.value.zoom);
      })
      .toBe(true);
const popover = (page: Page) => page.locator('[popover]:popover-open');
const openMessages = (page: Page) => reader(page).locator('li[data-id] > button[aria-expanded="true"]');

/** In an order in which each finds what it needs. */
const steps: readonly (readonly [CommandId, Shown])[] = [
  ['window.palette', closesWithEscape(palette)],
  ['window.keys', closesWithEscape(keysDialog)],
  ['go.label', closesWithEscape((page) => page.getByRole('dialog', { name: 'Labels' }))],
  ['window.settings', closesWithEscape((page) => page.getByRole('dialog', { name: 'Settings' }))],
  ['window.zoomIn', zoomed((zoom) => zoom > 1)],
  ['window.zoomOut', zoomed((zoom) => zoom === 1)],
  ['window.zoomReset', zoomed((zoom) => zoom === 1)],
  ['window.labels', (page) => expect(page.getByRole('tree')).toBeHidden()],
  ['window.labels', (page) => expect(page.getByRole('tree')).toBeVisible()],
  ['go.starred', filtered('is:starred')],
  ['go.sent', filtered('in:sent')],
  ['go.drafts', filtered('in:drafts')],
  ['go.all', filtered('in:all')],
  ['go.inbox', filtered('')],
  ['list.first', cursorAt(1)],
  ['list.next', cursorAt(2)],
  ['list.previous', cursorAt(1)],
  ['list.last', atEnd(true)],
  ['list.previousPage', atEnd(false)],
  ['list.first', cursorAt(1)],
  [
    'list.nextPage',
    (page) => expect(messages(page).locator('[data-cursor]')).not.toHaveAttribute('aria-posinset', '1'),
  ],
  ['list.first', cursorAt(1)],
  ['selection.all', said(/^All are selected$/)],
  ['selection.none', (page) => expect(page.getByText('All are selected')).toHaveCount(0)],
  ['selection.turn', said(/^1 selected$/)],
  ['selection.export', said(/^Exported/)],
  ['window.back', (page) => expect(page.getByText('1 selected')).toHaveCount(0)],
  ['go.filter', (page) => expect(filterBox(page)).toBeFocused()],
  ['window.back', (page) => expect(messages(page)).toBeFocused()],
  [
    'window.toolbar',
    async (page) =>
      expect(await page.evaluate(() => document.activeElement?.closest('[data-toolbar]') !== null)).toBe(true),
  ],
  ['window.back', (page) => expect(messages(page)).toBeFocused()],
  ['window.nextPane', async (page) => expect(await hasFocus(page)).toBe(true)],
  ['window.previousPane', (page) => expect(messages(page)).toBeFocused()],
  ['window.refresh', (page) => expect(statusLine(page)).toContainText('Up to date')],
  ['list.open', (page) => expect(heading(page)).toHaveText(ladenSubject)],
  ['conversation.older', (page) => expect(heading(page)).toHaveText(boathouse.subject)],
  ['conversation.newer', (page) => expect(heading(page)).toHaveText(ladenSubject)],
  ['conversation.find', closesWithEscape((page) => page.getByRole('search', { name: /find/i }))],
  ['message.menu', closesWithEscape(popover)],
  ['message.view', closesWithEscape(popover)],
  ['message.saveFiles', said(/^Saved/)],
  ['message.print', async (page) => expect(await hasFocus(page)).toBe(true)],
  ['conversation.close', (page) => expect(heading(page)).toHaveCount(0)],
];
const inMessage =
  (place: number): Shown =>
  (page) =>
    expect(reader(page).locator('li[data-id]').nth(place).locator(':scope > button')).toBeFocused();
/** In a conversation of several. */
const inConversation: readonly (readonly [CommandId, Shown])[] = [
  ['conversation.foldAll', (page) => expect(openMessages(page)).toHaveCount(0)],
  ['conversation.unfoldAll', async (page) => expect(await openMessages(page).count()).toBeGreaterThan(1)],
  ['conversation.nextMessage', inMessage(1)],
  ['conversation.previousMessage', inMessage(0)],
];

test('every command that has a key is run by it', async ({ start, google }, testInfo) => {
  test.slow();
  const tried = new Set([...steps, ...inConversation].map(([id]) => id));
  // Several accounts have their own spec.
  const elsewhere: readonly CommandId[] = ['go.allAccounts'];
  expect(commandIds.filter((id) => commandOf(id).keys.length > 0 && !tried.has(id) && !elsewhere.includes(id))).toEqual(
    [],
  );

  google.mailbox().add(laden());
  const running = await start();
  const { app, page } = running;
  await saveInto(app, testInfo.outputDir);
  await signIn(running, google);
  await expect(rows(page).first()).toContainText(ladenSubject);
  await expect(statusLine(page)).toContainText('Up to date');
  const go = async ([id, shown]: (typeof steps)[number]) => {
    await press(page, commandOf(id).keys[0] ?? '');
    await test.step(id, () => shown(page));
  };
  for (const one of steps) await go(one);

  const several = rows(page).filter({ hasText: 'in the conversation' }).first();
  await several.click();
  await expect(reader(page).locator('li[data-id] > button[aria-expanded]').first()).toBeVisible();
  await reader(page).locator('li[data-id] > button[aria-expanded]').first().focus();
  for (const one of inConversation) await go(one);
});

test('a key for larger that is pressed twice at once makes two steps', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await rows(page).first().waitFor();
  await press(page, 'Mod+= Mod+= Mod+=');
  await zoomed((zoom) => zoom === 1.5)(page);
  await press(page, 'Mod+- Mod+-');
  await zoomed((zoom) => zoom === 1.1)(page);
});

test('the palette leads to commands, labels and conversations, and gives the focus back', async ({ start, google }) => {
  // What else is starred depends on the day.
  google.mailbox().add({ ...laden(), internalDate: Date.now() - 86_400_000, labelIds: ['STARRED'] });
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(rows(page).first()).toContainText(boathouse.subject);
  await expect(statusLine(page)).toContainText('Up to date');

  await byPalette(page, 'strred');
  await expect(filterBox(page)).toHaveValue('is:starred');
  await expect(messages(page)).toBeFocused();
  await byPalette(page, 'boathouse');
  await expect(heading(page)).toHaveText(boathouse.subject);
  await expect(reader(page)).toBeFocused();

  await press(page, 'Mod+k');
  await expect(palette(page).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowUp');
  const box = palette(page).getByRole('combobox');
  const pointed = await box.getAttribute('aria-activedescendant');
  await expect(palette(page).getByRole('option', { selected: true })).toHaveAttribute('id', pointed ?? '');
  await box.fill('qqqq');
  await expect(palette(page).getByRole('status')).toHaveText('Nothing has this name.');
  await page.keyboard.press('Escape');
  await expect(reader(page)).toBeFocused();
});

test('what is typed right after the key that opens it for the first time is in the box', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
  // Loaded while nothing else is to be done.
  const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name);
  await expect.poll(() => page.evaluate(loaded)).toContainEqual(expect.stringContaining('keys-dialog'));
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('storage');
  await expect(palette(page).getByRole('combobox')).toHaveValue('storage');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.keyboard.type('next');
  await expect(keysDialog(page).getByRole('searchbox')).toHaveValue('next');
});

test('opens on five hundred labels with no more in the document than can be read', async ({ start, google }) => {
  for (let count = 0; count < 500; count += 1) google.mailbox().addLabel(`Area ${count % 25}/Label ${count}`);
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(page.getByRole('treeitem', { name: 'Area 24' })).toBeAttached();
  await press(page, 'g l');
  const labels = page.getByRole('dialog', { name: 'Labels' });
  await expect(labels.getByRole('option')).toHaveCount(50);
  await labels.getByRole('combobox').fill('label 499');
  await expect(labels.getByRole('option').first()).toContainText('Area 24/Label 499');
  await page.keyboard.press('Enter');
  await expect(filterBox(page)).toHaveValue('label:"Area 24/Label 499"');
});

/** Closes what is open, and in the same moment presses a key, or what then has the focus: the browser has told nobody yet. */
const closeAndPress = (
  page: Page,
  key: Pick<KeyboardEventInit, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'> | 'Enter',
) =>
  page.evaluate((pressed) => {
    const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
    if (!dialog) throw new Error('Nothing is open.');
    dialog.close();
    const { activeElement: focused, body } = document;
    if (pressed === 'Enter') (focused as HTMLElement).click();
    else (focused ?? body).dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }));
  }, key);

async function staysOpen(page: Page, dialog: Locator): Promise<void> {
  await expect(dialog).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve))));
  await expect(dialog).toBeVisible();
}

test('a key right after the one that closes a dialog is not lost', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(messages(page)).toBeVisible();

  await press(page, 'Mod+k');
  await palette(page).getByRole('combobox').fill('zzz');
  await closeAndPress(page, { key: '?', shiftKey: true });
  await staysOpen(page, keysDialog(page));
  await closeAndPress(page, { key: 'k', [process.platform === 'darwin' ? 'metaKey' : 'ctrlKey']: true });
  await staysOpen(page, palette(page));
  await expect(palette(page).getByRole('combobox')).toHaveValue('');
  await press(page, 'Escape');

  const settings = page.getByRole('dialog', { name: 'Settings' });
  await press(page, 'Mod+,');
  await expect(settings).toBeVisible();
  await closeAndPress(page, { key: ',', [process.platform === 'darwin' ? 'metaKey' : 'ctrlKey']: true });
  await staysOpen(page, settings);
  await press(page, 'Escape');
  await expect(settings).toHaveCount(0);

  const help = page.getByRole('dialog', { name: 'What can be asked' });
  await page.getByRole('button', { name: 'What can be asked' }).press('Enter');
  await expect(help).toBeVisible();
  await closeAndPress(page, 'Enter');
  await staysOpen(page, help);
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'What can be asked' })).toBeFocused();
});

test('a key right after the one that closes a file opens the next', async ({ start, google }) => {
  google.mailbox().add(laden());
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await rows(page).filter({ hasText: ladenSubject }).click();
  const look = reader(page).getByRole('button', { name: 'Look at notes.txt' });
  const shown = page.getByRole('dialog', { name: 'notes.txt' });
  await look.press('Enter');
  await expect(shown).toContainText('A note that came as a file.');
  await closeAndPress(page, 'Enter');
  await staysOpen(page, shown);
  await expect(shown).toContainText('A note that came as a file.');
  await press(page, 'Escape');
  await expect(shown).toHaveCount(0);
  await expect(look).toBeFocused();
});

/** Presses keys one after the other, sooner than anything that was asked for meanwhile can be answered. */
const pressAtOnce = (page: Page, keys: readonly string[]) =>
  page.evaluate(async (pressed) => {
    for (const key of pressed) {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      // As between two keys, what follows of the first is drawn; an answer would take a task of its own.
      for (let turn = 0; turn < 10; turn += 1) await null;
    }
  }, keys);

test('keys for a list that is still to come wait for it', async ({ start, google }) => {
  google.mailbox().add(laden());
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date', { timeout: 30_000 });
  await messages(page).focus();

  await pressAtOnce(page, ['g', 'a', 'Home', 'j', 'j']);
  await cursorAt(3)(page);
  await expect(filterBox(page)).toHaveValue('in:all');
  // A list that is wanted no more takes along what was meant for it.
  await pressAtOnce(page, ['g', 't', 'j', 'j', 'j', 'g', 'a', 'j']);
  await expect(filterBox(page)).toHaveValue('in:all');
  await cursorAt(4)(page);
  await pressAtOnce(page, ['g', 'i', 'j', 'k', 'x', 'o']);
  await expect(heading(page)).toHaveText(ladenSubject);
  await expect(page.getByText('1 selected')).toBeVisible();
  await press(page, 'Escape');
  // Who is typing by then is left alone.
  await pressAtOnce(page, ['g', 'a', 'j', 'o', '/']);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All mail');
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  await expect(filterBox(page)).toBeFocused();
  await expect(heading(page)).toHaveCount(0);
});

test('Enter in the filter box leads into what is found, also before it is', async ({ start, google }) => {
  google.mailbox().add(laden());
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  await expect(statusLine(page)).toContainText('Up to date', { timeout: 30_000 });

  await press(page, '/');
  await page.keyboard.type('in:all');
  await pressAtOnce(page, ['Enter', 'j']);
  await expect(messages(page)).toBeFocused();
  await cursorAt(2)(page);
  await press(page, '/');
  await filterBox(page).fill(`subject:"${ladenSubject}"`);
  await pressAtOnce(page, ['Enter', 'Enter']);
  await expect(heading(page)).toHaveText(ladenSubject);
  await press(page, 'Escape');

  // Where nothing is found the focus is there nonetheless, and keys go on.
  await press(page, '/');
  await page.keyboard.type('zxqv');
  await press(page, 'Enter');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  expect(await hasFocus(page)).toBe(true);
  await press(page, 'g i');
  await expect(rows(page).nth(1)).toBeVisible();
  await expect(messages(page)).toBeFocused();
  await cursorAt(1)(page);
});

test('what was pressed keeps the focus while it waits', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Connect a Gmail account' }).press('Enter');
  const open = page.getByRole('button', { name: 'Open New Project at Google' });
  await open.press('Enter');
  await expect(page.getByText('It is open in your browser.').first()).toBeVisible();
  await expect(open).toBeFocused();
});

test('arrows lead through the settings from where they open', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).press('Enter');
  await expect(messages(page)).toBeVisible();
  await press(page, 'Mod+,');
  const tab = (name: string) => page.getByRole('tab', { name });
  await expect(tab('Appearance')).toBeFocused();
  await press(page, 'ArrowUp');
  await expect(tab('Privacy')).toBeFocused();
  await expect(page.getByRole('tabpanel', { name: 'Privacy' })).toBeVisible();
  await press(page, 'ArrowDown ArrowDown');
  await expect(tab('Language')).toBeFocused();
});

test('everything is erased without a pointer, and the way out is at hand', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).press('Enter');
  await expect(messages(page)).toBeVisible();
  await press(page, 'Mod+,');
  await expect(page.getByRole('tab', { name: 'Appearance' })).toBeFocused();
  await press(page, 'ArrowUp');
  const erase = page.getByRole('button', { name: 'Erase everything on this computer' });
  await tabUntil(page, erase);
  await press(page, 'Enter');
  const question = page.getByRole('dialog', { name: 'Erase everything?' });
  await expect(question).toBeVisible();
  expect(await hasFocus(page)).toBe(true);
  await press(page, 'Escape');
  await expect(question).toBeHidden();
  await expect(erase).toBeFocused();
  await press(page, 'Enter');
  await tabUntil(page, question.getByRole('button', { name: 'Erase everything' }));
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: 'Everything is erased' })).toBeFocused();
  await press(page, 'Tab');
  await expect(page.getByRole('button', { name: 'Quit Porthole' })).toBeFocused();
});

test('keys can be changed, conflicts are said, and all of them reset', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  // While mail comes in, a row moves, and the cursor with it.
  await expect(statusLine(page)).toContainText('Up to date', { timeout: 30_000 });
  await press(page, '?');
  const dialog = keysDialog(page);
  await dialog.getByRole('searchbox').fill('next');
  await dialog.getByRole('button', { name: 'Change keys' }).press('Enter');
  await dialog.getByRole('button', { name: 'Change the keys of “Next”' }).press('Enter');
  await page.keyboard.press('k');
  await expect(dialog.getByText('Also the key of: Previous')).toBeVisible();
  await dialog.getByRole('button', { name: 'Change the keys of “Next”' }).press('Enter');
  await page.keyboard.press('w');
  await expect(dialog.getByText('Also the key of')).toHaveCount(0);
  await expect(dialog.getByText('w', { exact: true })).toBeVisible();
  // The button that was pressed goes, and Enter ends what is recorded.
  await dialog.getByRole('button', { name: 'Reset the keys of “Next”' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Change the keys of “Next”' })).toBeFocused();
  await press(page, 'Enter w Enter');
  await expect(dialog.getByText('w', { exact: true })).toBeVisible();
  await expect(dialog.getByText('Enter', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await messages(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('w');
  await cursorAt(2)(page);
  await page.keyboard.press('j');
  await cursorAt(2)(page);

  await press(page, '?');
  await dialog.getByRole('button', { name: 'Change keys' }).press('Enter');
  await dialog.getByRole('button', { name: 'Reset all keys' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Reset all keys' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await messages(page).focus();
  await page.keyboard.press('k');
  await cursorAt(1)(page);
  await page.keyboard.press('j');
  await cursorAt(2)(page);
});

test('the application menu runs the same commands', async ({ start, google }) => {
  const running = await start();
  const { app, page } = running;
  await signIn(running, google);
  await expect(rows(page).first()).toBeVisible();
  const choose = (id: string) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id);
  await expect
    .poll(() => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label)))
    .toContain('Go');
  await choose('go.sent');
  await expect(filterBox(page)).toHaveValue('in:sent');
  await choose('window.keys');
  await expect(keysDialog(page)).toBeVisible();
  // What is above the window has all commands, as it has all keys.
  await choose('go.inbox');
  await expect(filterBox(page)).toHaveValue('in:sent');
});

test('what is typed is no command, and a key of a Persian keyboard is one', async ({ start, google }) => {
  const running = await start();
  const { page } = running;
  await signIn(running, google);
  // While mail comes in, a row moves, and the cursor with it.
  await expect(statusLine(page)).toContainText('Up to date', { timeout: 30_000 });
  await page.keyboard.press('/');
  await page.keyboard.type('gj?');
  await expect(filterBox(page)).toHaveValue('gj?');
  await expect(keysDialog(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await page.evaluate(() => {
    const key = { key: 'ت', code: 'KeyJ', bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await cursorAt(2)(page);
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the palette and among the keys, ${scheme}`, async ({ start, google }, testInfo) => {
    const running = await start();
    const { page } = running;
    await page.emulateMedia({ colorScheme: scheme });
    await signIn(running, google);
    await expect(rows(page).first()).toContainText(boathouse.subject);
    const check = async (name: string) => {
      await page.screenshot({ path: testInfo.outputPath(`${name}-${scheme}.png`) });
      const { violations } = await new AxeBuilder({ page }).include('dialog[open]').setLegacyMode(true).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    };
    await press(page, 'Mod+k');
    await expect(palette(page).getByRole('option').first()).toBeVisible();
    await check('palette');
    await palette(page).getByRole('combobox').fill('exp');
    await check('palette-typed');
    await page.keyboard.press('Escape');
    await press(page, '?');
    await expect(keysDialog(page)).toBeVisible();
    await check('keys');
    await keysDialog(page).getByRole('button', { name: 'Change keys' }).click();
    await check('keys-changing');
    await page.keyboard.press('Escape');
    await press(page, 'Home x');
    await page.screenshot({ path: testInfo.outputPath(`selected-${scheme}.png`) });
  });
