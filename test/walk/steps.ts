// What a new user does in their first minutes, step by step. Each step says what it saw and complains of what it did not like.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeGoogle } from '../google/google.ts';
import { faultsOfTruth } from './truth.ts';
import { size, type Walker } from './walker.ts';

/** Over all operators, and wrong ones, too. */
export const queries = [
  'invoice',
  'from:me has:attachment',
  'is:unread category:promotions',
  '"blue door" OR (harbour -garden)',
  'subject:{meeting invoice} newer_than:1y',
  'larger:100k filename:pdf',
  'after:2024/01/01 before:2024/06/30 to:me',
  'label:work-clients-harbour-museum',
  'in:anywhere boat',
  'meeting AROUND 5 tomorrow',
  'is:muted',
  'has:yellow-star',
  'from:',
  '((( "unfinished',
  'nosuch:operator zzzzqqqq',
  'larger:huge before:yesterday',
  'سلام',
  '日本',
];

/** Longer than a window looks at Gmail's history, and what follows from it. */
const newsMs = 18_000;

function letter(number: number): string {
  const head = [`From: Writer ${number} <w${number}@example.net>`, `Subject: News number ${number}`];
  const rest = [`Message-ID: <news-${number}@example.net>`, 'Content-Type: text/plain; charset=utf-8'];
  return [...head, 'To: ada@example.org', ...rest, '', 'Just now.', ''].join('\r\n');
}

export class Steps {
  readonly #walker: Walker;
  readonly #google: FakeGoogle;
  #arrivals = 0;

  constructor(walker: Walker, google: FakeGoogle) {
    this.#walker = walker;
    this.#google = google;
  }

  arrive(many: number): void {
    for (let one = 0; one < many; one += 1) {
      this.#arrivals += 1;
      this.#google.mailbox().add({ raw: letter(this.#arrivals) });
    }
  }

  async place(name: string | RegExp): Promise<void> {
    await this.#walker.entry(name).first().click();
    await sleep(300);
  }

  /** Rows in view have to come, whatever else is on its way. */
  async fill(what: string, withinMs = 20_000): Promise<void> {
    const tookMs = await this.#walker.filled(withinMs);
    if (tookMs === null) this.#walker.complain(`${what}: not all rows in view have come within ${withinMs / 1_000} s`);
    else this.#walker.say(`  ${what}: rows in view are there after ${tookMs} ms`);
  }

  /** Answers how long it took from consent to rows, ms. */
  async firstSight(): Promise<number> {
    const walker = this.#walker;
    await walker.open();
    await walker.show('Welcome');
    const tookMs = await walker.signIn(this.#google);
    await walker.show('First rows');
    walker.say(`  first rows after ${tookMs} ms`);
    await this.fill('first screen');
    for (const seconds of [1, 3]) {
      await walker.lookOn('first screen', 1_000 * seconds);
      await walker.show(`First screen after ${seconds} s more`);
    }
    return tookMs;
  }

  async whatIsNotThereYet(): Promise<void> {
    const walker = this.#walker;
    const { page } = walker;
    await walker.pointAt(400, 400);
    for (const notch of [1, 2, 3, 4, 5, 6]) {
      await page.mouse.wheel(0, 240 * notch);
      await sleep(120);
    }
    await walker.show('Scrolled on');
    await this.fill('scrolled on');
    await walker.lookOn('scrolled on', 3_000);
    for (const [share, where] of [
      [0.5, 'middle of the inbox'],
      [1, 'end of the inbox'],
    ] as const) {
      await walker.scrollTo(share);
      await sleep(100);
      await walker.show(`The ${where} at once`);
      await this.fill(where);
      await walker.lookOn(where, 5_000);
      await walker.show(`The ${where}`);
    }
    await this.place('All mail');
    await walker.show('All mail');
    await walker.scrollTo(0.5);
    await this.fill('middle of all mail');
    await walker.lookOn('middle of all mail', 4_000);
    await walker.show('The middle of all mail');
    await walker.scrollTo(0.73);
    await sleep(50);
    await walker.rows.nth(12).click();
    const opening = performance.now();
    await page.getByRole('region', { name: 'Message', exact: true }).getByRole('heading').first().waitFor();
    walker.say(`  a row that was still to come is open after ${Math.round(performance.now() - opening)} ms`);
    await walker.show('A pending row, opened');
    for (const key of ['j', 'j', 'j', 'k']) {
      await page.keyboard.press(key);
      await sleep(250);
    }
    await walker.lookOn('reading on', 2_000);
    await walker.show('Reading on by key');
    await page.keyboard.press('Escape');
  }

  async mailComesIn(): Promise<void> {
    const walker = this.#walker;
    const mailbox = this.#google.mailbox();
    await this.place(/^Inbox/);
    await walker.pointAt(400, 400);
    await walker.scrollTo(0.02);
    await this.fill('a little down the inbox');
    await walker.lookOn('new mail above what is in view', newsMs, () => this.arrive(5));
    await walker.show('New mail above what is in view');
    await walker.scrollTo(0);
    await walker.lookOn('new mail at the top', newsMs, () => this.arrive(2));
    await walker.show('New mail at the top');
    const [first = '', second = '', third = ''] = mailbox.find('in:inbox');
    await walker.lookOn('labels change', newsMs, () => {
      mailbox.changeLabels(first, { remove: ['UNREAD'], add: ['STARRED'] });
      mailbox.changeLabels(second, { remove: ['INBOX'] });
      mailbox.trash(third);
    });
    await walker.show('Labels changed elsewhere');
  }

  /** What the window counts is what there is; what has just happened may take a moment. */
  async truth(when: string): Promise<void> {
    let faults: readonly string[] = [];
    for (let tries = 0; tries < 20; tries += 1) {
      faults = await faultsOfTruth(this.#walker, this.#google);
      if (faults.length === 0) return;
      await sleep(1_000);
    }
    for (const fault of faults) this.#walker.complain(`${when}: ${fault}`);
  }

  async words(wanted: readonly string[]): Promise<void> {
    for (const query of wanted) {
      await this.#walker.type(query);
      await this.#walker.lookOn(`found: ${query}`, 1_500);
      await this.#walker.show(`Found ${query}`);
    }
  }

  async waysToLook(): Promise<void> {
    const walker = this.#walker;
    const { page } = walker;
    await walker.type('meeting');
    for (const [name, what] of [
      [/^Words may stand anywhere/, 'Anywhere in the conversation'],
      [/^Find parts of words/, 'Parts of words'],
    ] as const) {
      await walker.button(name).click();
      await sleep(500);
      await walker.show(what);
      await walker.button(name).click();
    }
    for (const order of ['Oldest', 'Largest', 'Sender', 'Newest']) {
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption(order);
      await walker.settled();
      await walker.lookOn(`sorted by ${order}`, 1_000);
      await walker.show(`Sorted by ${order}`);
    }
    await page.getByText('Messages', { exact: true }).click();
    await sleep(500);
    await walker.show('Single messages');
    await page.getByText('Threads', { exact: true }).click();
    await this.#refine();
    await walker.button('Save this search').click();
    await page.keyboard.type('Meetings of then');
    await page.keyboard.press('Enter');
    await sleep(400);
    await walker.show('A saved search');
    for (const name of ['Work', 'Kids & school', 'تحصیل', 'Starred', 'Drafts', 'Spam', /^Promotions/]) {
      await this.place(name);
      await walker.settled();
      await walker.lookOn(`label ${name}`, 1_500);
      await walker.show(`Label ${name}`);
    }
    await this.place('Meetings of then');
  }

  async #refine(): Promise<void> {
    const walker = this.#walker;
    const { page } = walker;
    const facets = page.getByRole('complementary');
    await facets.getByRole('button').nth(1).click();
    await sleep(600);
    await walker.show('Refined by a facet');
    await facets.getByRole('button', { pressed: true }).first().click();
    const bars = await page.getByRole('slider', { name: 'Messages per month' }).boundingBox();
    if (!bars) return;
    await page.mouse.move(bars.x + bars.width * 0.6, bars.y + 20);
    await page.mouse.down();
    await page.mouse.move(bars.x + bars.width * 0.9, bars.y + 20, { steps: 8 });
    await walker.show('Brushing over the months');
    await page.mouse.up();
    await sleep(600);
    await walker.show('A span of months');
  }

  async stopAndGo(): Promise<void> {
    const walker = this.#walker;
    await this.place(/^Inbox/);
    if (await walker.button('Pause fetching').isVisible()) {
      await walker.button('Pause fetching').click();
      await walker.settled();
      await walker.lookOn('paused', 6_000);
      await walker.show('Paused');
      await walker.button('Go on fetching').click();
      await walker.lookOn('going on', 6_000);
      await walker.show('Going on');
    }
    await this.#google.disconnect();
    await walker.button('Refresh').click();
    await walker.status
      .getByText(/Offline/)
      .first()
      .waitFor();
    await walker.lookOn('offline', 4_000);
    await walker.show('Offline');
    await walker.type('invoice from:me');
    await walker.show('Found offline');
    await this.place('All mail');
    await walker.scrollTo(0.9);
    await sleep(500);
    await walker.show('Offline, among what is not there');
    await walker.rows.nth(6).click();
    await sleep(1_500);
    await walker.show('Offline, opening what is not there');
    await walker.page.keyboard.press('Escape');
    await this.#google.reconnect();
    await walker.button('Refresh').click();
    await walker.status
      .getByText(/Offline/)
      .first()
      .waitFor({ state: 'hidden', timeout: 40_000 });
    await this.fill('after the network came back', 30_000);
    await walker.show('Online again');
  }

  async otherWindows(): Promise<void> {
    const walker = this.#walker;
    const { page } = walker;
    const theme = async (name: string) => {
      await page.keyboard.press('ControlOrMeta+Comma');
      await page.getByRole('radio', { name }).click();
      await page.keyboard.press('Escape');
      await sleep(300);
    };
    await this.place(/^Inbox/);
    await walker.scrollTo(0);
    await page.setViewportSize({ width: 800, height: 700 });
    await sleep(300);
    await walker.show('Narrow');
    await walker.rows.nth(3).click();
    await sleep(700);
    await walker.show('Narrow, a message');
    await page.keyboard.press('Escape');
    await walker.type('invoice');
    await walker.show('Narrow, found');
    await page.setViewportSize(size);
    await theme('Dark');
    await walker.show('Found, dark');
    await this.place(/^Inbox/);
    await walker.rows.nth(5).click();
    await sleep(700);
    await walker.show('A message, dark');
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await sleep(300);
    await walker.show('Mirrored');
    await walker.type('from:me');
    await walker.show('Mirrored, found');
    await page.evaluate(() => document.documentElement.removeAttribute('dir'));
    await theme('Light');
  }

  async comeBack(how: 'close' | 'kill'): Promise<void> {
    const walker = this.#walker;
    const what = how === 'kill' ? 'Reopened after a crash' : 'Reopened';
    await walker.summary();
    // What was looked at comes back, also where it finds nothing.
    await this.place(/^Inbox/);
    await walker.rows.first().waitFor();
    await walker.settled();
    await walker[how]();
    const began = performance.now();
    await walker.open();
    await walker.rows.first().waitFor();
    walker.say(`  rows ${Math.round(performance.now() - began)} ms after the start`);
    await walker.show(what);
    await walker.lookOn(what, 5_000);
    await walker.show(`${what}, some seconds on`);
  }

  /** Whatever comes to mind. */
  async wander(round: number): Promise<void> {
    const walker = this.#walker;
    const share = (0.1 + round * 0.381_966) % 1;
    await this.place(round % 2 === 0 ? /^Inbox/ : 'All mail');
    await walker.scrollTo(share);
    await this.fill(`at ${share.toFixed(2)}`);
    await walker.lookOn(`at ${share.toFixed(2)}`, 8_000, () => this.arrive(round % 3));
    await this.words([queries[round % queries.length] ?? '']);
  }
}
