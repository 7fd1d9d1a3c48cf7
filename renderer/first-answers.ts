// The answers that the document came with: what the page begins with. Whoever shows them asks again, so that what has
// changed meanwhile is not missed.
import { answersId, type FirstAnswers } from '../electron/contract/first-screen.ts';
import { labels } from './labels/labels.ts';
import { beginToday } from './messages/today.ts';
import { searches } from './search/searches.ts';
import { beginLook } from './search/use-look.ts';
import { mailboxKey, session } from './session/session.ts';
import { settings } from './settings/settings.ts';
import { beginWhere } from './where.ts';
import { here } from './wording/format.ts';

/** In another language, or by another clock, a screen says something else. */
export const herePlace = () => `${here.locale} ${Intl.DateTimeFormat().resolvedOptions().timeZone}`;

export function begin({ session: shown, settings: set, mailbox, now }: FirstAnswers): void {
  session.begin(shown);
  settings.begin(set);
  if (!mailbox) return;
  beginToday(now);
  labels.begin(mailbox.labels);
  searches.begin(mailbox.searches);
  const key = mailboxKey(shown);
  if (key !== null) beginWhere(key, mailbox.where);
  beginLook(set.grouping, mailbox.where, mailbox.found);
}

/** Begins with what the document has, if it has any. */
export function beginAsDelivered(): void {
  const element = document.getElementById(answersId);
  if (!element?.textContent) return;
  begin(JSON.parse(element.textContent) as FirstAnswers);
  element.remove();
}
