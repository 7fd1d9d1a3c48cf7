// Nothing is lost in a small window, which is also what a window is at 200 % zoom, nor under names and numbers that nobody expects.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, filterBox, openSettings, type Running, reader, rows, signIn, test } from './porthole.ts';

const sizes = [
  { what: '420 pixels', width: 420, height: 600 },
  { what: '1180 pixels at 200 %', width: 590, height: 380 },
  { what: '840 pixels at 200 %', width: 420, height: 300 },
];

/** Nothing stands beyond the edges of the window, and nothing that is operated is cut off there. */
async function expectToFit(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const { clientWidth, clientHeight } = document.documentElement;
    const controls = [...document.querySelectorAll('button, input, select, [role="tab"], [role="listbox"]')];
    const lost = controls.filter((control) => {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
      // What is covered by a dialog, or scrolls, is reached another way.
      if (document.querySelector('dialog[open]') && !control.closest('dialog')) return false;
      const scrolls = (element: Element | null): boolean =>
        element !== null &&
        ((/auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight) ||
          scrolls(element.parentElement));
      if (scrolls(control.parentElement)) return false;
      const { left, right, top, bottom, width } = control.getBoundingClientRect();
      return width > 0 && (left < -1 || right > clientWidth + 1 || top < -1 || bottom > clientHeight + 1);
    });
    return {
      lost: lost.map((control) => control.outerHTML.slice(0, 120)),
      scrolls: document.documentElement.scrollWidth > clientWidth || document.body.scrollWidth > clientWidth,
    };
  });
  expect(beyond).toEqual({ lost: [], scrolls: false });
}

async function sample(start: () => Promise<Running>): Promise<Page> {
  const { page } = await start();
  await page.getByRole('button', { name: 'Open the sample mailbox' }).click();
  await expect(rows(page).first()).toBeVisible();
  return page;
}

for (const { what, ...size } of sizes) {
  test(`list, message, labels, settings and what was found fit into ${what}`, async ({ start }) => {
    const page = await sample(start);
    await page.setViewportSize(size);
    await expectToFit(page);
    await page.getByRole('button', { name: 'Show labels and searches' }).click();
    await expect(page.getByRole('tree', { name: 'Labels and searches' })).toBeVisible();
    await expectToFit(page);
    await page.keyboard.press('Escape');
    await rows(page).first().click();
    await expect(reader(page).getByRole('heading').first()).toBeVisible();
    await expectToFit(page);
    await page.screenshot({ path: test.info().outputPath('message.png') });
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await filterBox(page).fill('boat');
    await expect(rows(page).first()).toBeVisible();
    await expectToFit(page);
    await page.screenshot({ path: test.info().outputPath('found.png') });
    const settings = await openSettings(page, 'Appearance');
    await expect(settings).toBeVisible();
    await expectToFit(page);
    await page.getByRole('radio', { name: 'Large' }).click();
    await expect(page.getByRole('radio', { name: 'Large' })).toBeChecked();
    await page.screenshot({ path: test.info().outputPath('settings.png') });
    await page.keyboard.press('Escape');
    await expectToFit(page);
  });
}

test('nothing moves for those who want no motion', async ({ start }) => {
  const page = await sample(start);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration);
      }).length,
  );
  expect(moving).toBe(0);
});

test('what is chosen and what has the focus is seen in forced colours', async ({ start }) => {
  const page = await sample(start);
  await page.emulateMedia({ forcedColors: 'active' });
  await rows(page).nth(1).click();
  const outline = await rows(page)
    .nth(1)
    .evaluate((row) => getComputedStyle(row).outlineStyle);
  expect(outline).toBe('solid');
  // Whoever goes by key sees where they are.
  await page.keyboard.press('Tab');
  for (const name of [/^Panes$/, /^Account/]) {
    await page.getByRole('button', { name }).focus();
    const { style, width } = await page.getByRole('button', { name }).evaluate((button) => ({
      style: getComputedStyle(button).outlineStyle,
      width: getComputedStyle(button).outlineWidth,
    }));
    expect([style, width]).toEqual(['solid', '2px']);
  }
  await page.screenshot({ path: test.info().outputPath('forced-colours.png') });
  await page.emulateMedia({ forcedColors: 'none' });
});

test('no complaint in high contrast, light and dark', async ({ start }) => {
  const page = await sample(start);
  await rows(page).nth(1).click();
  await expect(reader(page).getByRole('heading').first()).toBeVisible();
  for (const theme of ['Light', 'Dark']) {
    await openSettings(page, 'Appearance');
    await page.getByRole('radio', { name: theme }).click();
    const high = page.getByRole('checkbox', { name: 'High contrast' });
    if (!(await high.isChecked())) await high.click();
    await expect(high).toBeChecked();
    await page.keyboard.press('Escape');
    const { violations } = await new AxeBuilder({ page }).exclude('iframe').setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`high-${theme}.png`) });
  }
});

test.describe('what nobody expects', () => {
  test.use({ mailCount: 3 });

  test('500 labels, a label of 225 characters, a name of only emoji, a subject of 10,000 characters', async ({
    start,
    google,
  }) => {
    const mailbox = google.mailbox();
    for (let at = 0; at < 500; at += 1) mailbox.addLabel(`Folder ${String(at).padStart(3, '0')}`);
    const long = mailbox.addLabel('L'.repeat(225));
    const raw = [
      'From: =?utf-8?B?8J+Yg/CfmI7wn6SWIPCfkZHwn5Kl?= <smile@example.org>',
      'To: ada@example.org',
      `Subject: ${Array.from({ length: 150 }, () => 'x'.repeat(66)).join('\r\n ')}`,
      'Date: Mon, 01 Jun 2026 12:00:00 +0000',
      'Message-ID: <endless@example.org>',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'W'.repeat(5_000),
    ].join('\r\n');
    mailbox.add({ raw, internalDate: Date.now(), labelIds: ['INBOX', 'UNREAD', long] });
    const running = await start();
    const { page } = running;
    await signIn(running, google);
    const row = rows(page).first();
    await expect(row).toContainText('xxxx');
    expect((await row.boundingBox())?.height).toBe(68);
    await expect(page.getByRole('treeitem', { name: /^Folder 499/ })).toBeAttached();
    await row.click();
    await expect(reader(page).getByRole('heading').first()).toBeVisible();
    for (const width of [1180, 420]) {
      await page.setViewportSize({ width, height: 700 });
      await expectToFit(page);
      const pane = await reader(page).evaluate((element) => [element.scrollWidth, element.clientWidth]);
      expect(pane[0]).toBeLessThanOrEqual((pane[1] ?? 0) + 1);
      await page.screenshot({ path: test.info().outputPath(`hostile-${width}.png`) });
    }
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expectToFit(page);
    await page.screenshot({ path: test.info().outputPath('hostile-list.png') });
  });
});
