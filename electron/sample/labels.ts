// The labels of the sample mailbox. Knows nothing of which message carries which.
import type { WireLabel } from '../gmail/wire.ts';

const system = [
  'INBOX',
  'UNREAD',
  'STARRED',
  'IMPORTANT',
  'SENT',
  'DRAFT',
  'SPAM',
  'TRASH',
  'CATEGORY_PERSONAL',
  'CATEGORY_SOCIAL',
  'CATEGORY_PROMOTIONS',
  'CATEGORY_UPDATES',
  'CATEGORY_FORUMS',
];

const own = [
  'Family',
  'Work',
  'Work/Clients',
  'Work/Clients/Harbour Museum',
  'Work/Invoices',
  'Travel',
  'House',
  'Reading',
  'Kids & school',
  'تحصیل',
  'Book club',
  'Orders',
];

const ids = new Map(own.map((name, i) => [name, `Label_${i + 1}`]));

export const sampleLabels: readonly WireLabel[] = [
  ...system.map((id): WireLabel => ({ id, name: id, type: 'system' })),
  ...own.map((name): WireLabel => ({ id: labelId(name), name, type: 'user' })),
];

export function labelId(name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error('no such label');
  return id;
}
