// Opens every conversation of the list, one after the other, as a person with the keyboard does, and tells what is wrong with
// what is then shown. Knows a window, and not where its mail comes from.
import type { Locator, Page } from 'playwright';

export interface Opened {
  readonly at: number;
  /** Of its messages. */
  readonly ids: readonly string[];
  readonly wrong: readonly string[];
}

export interface OpenEachOptions {
  readonly page: Page;
  readonly onOpened: (opened: Opened) => Promise<void>;
}

const mostWaitMs = 10_000;

/** Runs in the page. What is missing; empty: the conversation stands there. */
function missing(pane: Element): string[] {
  const parts = [...pane.querySelectorAll<HTMLElement>('li[data-id]')];
  const bare = parts.filter(
    (part) => !part.querySelector('[class*="_content_"], [role="alert"], button[aria-expanded="false"]'),
  );
  const frames = [...pane.querySelectorAll<HTMLElement>('iframe')];
  return [
    ...(pane.getAttribute('aria-busy') === 'true' ? ['it is on its way'] : []),
    ...(pane.querySelector('h2')?.textContent?.trim() ? [] : ['no subject']),
    ...(parts.length > 0 ? [] : ['no message']),
    ...(bare.length > 0 ? ['a message without contents'] : []),
    ...(frames.some((frame) => !frame.dataset['shown']) ? ['a frame without contents'] : []),
    ...(frames.some((frame) => frame.clientHeight === 0) ? ['a frame without height'] : []),
  ];
}

/** What a person must never read. */
const raw = /\bundefined\b|\[object |\bNaN\b|TypeError|RangeError|Something went wrong|\bat \S+\.[jt]sx?:\d+:\d+/;

async function settled(reader: Locator): Promise<readonly string[]> {
  const until = Date.now() + mostWaitMs;
  for (;;) {
    const lacks = await reader.evaluate(missing);
    if (lacks.length === 0 || Date.now() > until) return lacks;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Answers how many rows there were. */
export async function openEach({ page, onOpened }: OpenEachOptions): Promise<number> {
  const reader = page.getByRole('region', { name: 'Message', exact: true });
  const list = page.getByRole('listbox', { name: 'Messages' });
  const total = Number(await list.getByRole('option').first().getAttribute('aria-setsize'));
  await list.focus();
  await page.keyboard.press('Home');
  let before = '';
  for (let at = 0; at < total; at++) {
    if (at > 0) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (last) => (document.querySelector<HTMLElement>('li[data-id]')?.dataset['id'] ?? last) !== last,
      before,
    );
    before = (await reader.locator('li[data-id]').first().getAttribute('data-id')) ?? '';
    const folded = reader.locator('li[data-id] > button[aria-expanded="false"]');
    // One that is unfolded is none of them any more.
    for (let left = await folded.count(); left > 0; left--) await folded.last().click();
    const wrong = [...(await settled(reader))];
    const text = await reader.locator('h2, header, p').allTextContents();
    // Words of the mail itself are what they are.
    if (text.some((one) => one.length < 300 && raw.test(one))) wrong.push('raw words');
    const ids = await reader
      .locator('li[data-id]')
      .evaluateAll((parts) => parts.map((part) => part.getAttribute('data-id') ?? ''));
    await onOpened({ at, ids, wrong });
    await list.focus();
  }
  return total;
}
