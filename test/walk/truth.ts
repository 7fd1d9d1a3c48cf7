// Whether what the window says agrees with what is at Gmail.
import type { FakeGoogle } from '../google/google.ts';
import type { Walker } from './walker.ts';

const places: readonly (readonly [name: string, labelId: string, counted: 'unread' | 'total'])[] = [
  ['Inbox', 'INBOX', 'unread'],
  ['Drafts', 'DRAFT', 'total'],
  ['Spam', 'SPAM', 'unread'],
  ['Primary', 'CATEGORY_PERSONAL', 'unread'],
  ['Social', 'CATEGORY_SOCIAL', 'unread'],
  ['Promotions', 'CATEGORY_PROMOTIONS', 'unread'],
  ['Updates', 'CATEGORY_UPDATES', 'unread'],
  ['Forums', 'CATEGORY_FORUMS', 'unread'],
];

export async function faultsOfTruth({ page }: Walker, google: FakeGoogle): Promise<string[]> {
  const mailbox = google.mailbox();
  const lines = await page.locator('[role="treeitem"]').evaluateAll((items) =>
    items.map((item) => ({
      title: item.getAttribute('title') ?? '',
      name: item.querySelector('bdi')?.textContent ?? '',
      count: Number(
        /[\d,]+/
          .exec(item.textContent?.replace(item.querySelector('bdi')?.textContent ?? '', '') ?? '')?.[0]
          .replaceAll(',', '') ?? 0,
      ),
    })),
  );
  if (lines.length === 0) return ['the sidebar says nothing'];
  const faults: string[] = [];
  const check = (name: string, count: number, truth: number) => {
    if (count !== truth) faults.push(`${name} says ${count}, and it is ${truth}`);
  };
  for (const [name, labelId, counted] of places) {
    const line = lines.find((one) => one.name === name);
    const { threadsTotal, threadsUnread } = mailbox.counts(labelId);
    if (line) check(name, line.count, counted === 'total' ? threadsTotal : threadsUnread);
  }
  for (const label of mailbox.labels.all().filter(({ type }) => type === 'user')) {
    const line = lines.find(({ title }) => title === `label:${label.name}` || title === `label:"${label.name}"`);
    if (line) check(label.name, line.count, mailbox.counts(label.id).threadsUnread);
  }
  return faults;
}
