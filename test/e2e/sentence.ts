// Looks at a sentence that a failure is said in: it is there, and nothing raw beside it. With SCREENS=all it leaves a picture in
// test/results/failures, light and dark, and in Persian where the sentence outlives a reload of the window.
import path from 'node:path';
import type { Page } from '@playwright/test';
import { isRaw } from '../torture/shown.ts';
import { expect, projectFolder } from './porthole.ts';

const folder = path.join(projectFolder, 'test/results/failures');

/** All that is said about how things stand. */
async function said(page: Page): Promise<readonly string[]> {
  const texts = await page
    .locator('[role="alert"], [role="status"], [role="contentinfo"], footer, [aria-label="Notice"]')
    .allInnerTexts();
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

async function speak(page: Page, language: 'en' | 'fa'): Promise<void> {
  await page.evaluate((changes) => window.porthole.request('settings.change', changes), { language });
  await page.reload();
  await page.waitForFunction(() => document.querySelector('main') !== null && !document.querySelector('#root[inert]'));
}

async function take(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), animations: 'disabled' });
  }
}

export interface Look {
  /** It is part of how things stand, and not of what was just pressed. */
  readonly lasts: boolean;
}

export async function look(page: Page, name: string, sentence: RegExp, { lasts }: Look): Promise<void> {
  await expect(page.getByText(sentence).first()).toBeVisible();
  const texts = await said(page);
  expect(texts.length).toBeGreaterThan(0);
  // The sentence itself may speak of a file's format.
  const others = texts.map((text) => text.replace(sentence, '').trim()).filter((text) => text !== '');
  expect(others.filter(isRaw)).toEqual([]);
  if (process.env['SCREENS'] !== 'all') return;
  await take(page, `${name}-en`);
  if (!lasts) return;
  await speak(page, 'fa');
  await take(page, `${name}-fa`);
  await speak(page, 'en');
}
