// The places that every mailbox has, as a table: whose label they are, and what is counted beside them.
import { type SystemLabelId, systemQueries } from '../../electron/search/labels.ts';

export type PlaceName =
  | 'inbox'
  | 'starred'
  | 'important'
  | 'sent'
  | 'drafts'
  | 'all'
  | 'spam'
  | 'trash'
  | 'primary'
  | 'social'
  | 'promotions'
  | 'updates'
  | 'forums';

interface Place {
  readonly name: PlaceName;
  /** Whose counts stand beside it. All mail is no label. */
  readonly labelId: SystemLabelId | null;
  readonly query: string;
  /** What deserves a number: mail that waits to be read, drafts that wait to be sent, or neither. */
  readonly counted: 'unread' | 'total' | 'no';
}

const labelled = (name: PlaceName, labelId: SystemLabelId, counted: Place['counted']): Place => ({
  name,
  labelId,
  query: systemQueries[labelId],
  counted,
});

export const places: readonly Place[] = [
  labelled('inbox', 'INBOX', 'unread'),
  labelled('starred', 'STARRED', 'no'),
  labelled('important', 'IMPORTANT', 'no'),
  labelled('sent', 'SENT', 'no'),
  labelled('drafts', 'DRAFT', 'total'),
  { name: 'all', labelId: null, query: 'in:all', counted: 'no' },
  labelled('spam', 'SPAM', 'unread'),
  labelled('trash', 'TRASH', 'no'),
];

export const categories: readonly Place[] = [
  labelled('primary', 'CATEGORY_PERSONAL', 'unread'),
  labelled('social', 'CATEGORY_SOCIAL', 'unread'),
  labelled('promotions', 'CATEGORY_PROMOTIONS', 'unread'),
  labelled('updates', 'CATEGORY_UPDATES', 'unread'),
  labelled('forums', 'CATEGORY_FORUMS', 'unread'),
];
