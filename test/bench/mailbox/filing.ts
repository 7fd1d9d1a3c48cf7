// The labels of the mailbox, and which of them a message carries. Knows nothing of what is written.
import type { Label } from '../../../electron/contract/model.ts';
import type { Random } from '../../../electron/sample/random.ts';
import { often } from './often.ts';

const own = [
  'Work',
  'Family',
  'Receipts',
  'Travel',
  'Lists',
  'Work/Clients',
  'Work/Clients/Harbour Museum',
  'Work/Clients/Analytical & Sons',
  'Work/Clients/Köhler GmbH',
  'Work/Invoices',
  'Work/Invoices/2024',
  'Work/Invoices/2025',
  'Work/Hiring',
  'Work/Board (confidential)',
  'House',
  'House/Garden',
  'House/Insurance',
  'Kids & school',
  'Kids & school/Jo',
  'Kids & school/Max',
  'Reading',
  'Reading/Later',
  'Money',
  'Money/Tax',
  'Money/Tax/2025',
  'Money/Bank',
  'Orders',
  'Orders/Shipped',
  'Book club',
  'Choir',
  'Boat',
  'Boat/Harbour',
  'تحصیل',
  'Übersetzungen',
  '日本語',
  'Lists/dev',
  'Lists/announce',
  'Travel/Bahn',
  'Waiting for',
  'Someday',
];

const system = ['INBOX', 'SENT', 'DRAFT', 'SPAM', 'TRASH', 'STARRED', 'IMPORTANT', 'UNREAD'];
const categories = ['PERSONAL', 'SOCIAL', 'PROMOTIONS', 'UPDATES', 'FORUMS'].map((name) => `CATEGORY_${name}`);

function label(id: string, name: string, type: Label['type']): Label {
  return { id, name, type, listVisibility: 'show', messageVisibility: type === 'user' ? 'show' : 'hide', colour: null };
}

export const labels: readonly Label[] = [
  ...[...system, ...categories].map((id) => label(id, id, 'system')),
  ...own.map((name, index) => label(`Label_${index + 1}`, name, 'user')),
];

const ownIds = own.map((_, index) => `Label_${index + 1}`);

export type Kind = 'talk' | 'list' | 'newsletter' | 'notice' | 'network' | 'note' | 'draft' | 'spam';

const categoryOf: Readonly<Record<Kind, string>> = {
  talk: 'CATEGORY_PERSONAL',
  list: 'CATEGORY_FORUMS',
  newsletter: 'CATEGORY_PROMOTIONS',
  notice: 'CATEGORY_UPDATES',
  network: 'CATEGORY_SOCIAL',
  note: '',
  draft: '',
  spam: '',
};

/** What is true of a whole thread. */
export interface Fate {
  readonly own: readonly string[];
  readonly isArchived: boolean;
  readonly isTrashed: boolean;
}

const dayMs = 86_400_000;

/** Old mail is mostly archived; who keeps labels gives them to a third of all threads. */
export function fateOf(ageMs: number, random: Random): Fate {
  const labelled = random.chance(0.34);
  const two = labelled && random.chance(0.2);
  return {
    own: labelled ? [...new Set([often(ownIds, random), ...(two ? [often(ownIds, random)] : [])])] : [],
    isArchived: random.chance(ageMs < 30 * dayMs ? 0.35 : 0.8),
    isTrashed: random.chance(0.015),
  };
}

export function labelIdsOf(kind: Kind, isSent: boolean, fate: Fate, ageMs: number, random: Random): string[] {
  if (kind === 'spam') return random.chance(0.7) ? ['SPAM', 'UNREAD'] : ['SPAM'];
  if (kind === 'draft') return ['DRAFT'];
  const labelIds = [...fate.own];
  if (isSent) labelIds.push('SENT');
  else {
    labelIds.push(categoryOf[kind]);
    if (!fate.isArchived && !fate.isTrashed) labelIds.push('INBOX');
    if (random.chance(ageMs < 20 * dayMs ? 0.35 : 0.07)) labelIds.push('UNREAD');
  }
  if (fate.isTrashed) labelIds.push('TRASH');
  if (random.chance(0.02)) labelIds.push('STARRED');
  if (kind === 'talk' && random.chance(0.5)) labelIds.push('IMPORTANT');
  return labelIds;
}
