import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { SessionState } from '../../../electron/contract/model.ts';
import { noPolicy } from '../../../electron/contract/policy.ts';
import { parse } from '../../../electron/search/parse.ts';
import { Answered } from '../../../renderer/search/answered.tsx';
import { foundIn, ids } from './rows.ts';

function said(messages: number, changes: Partial<SessionState['sync']>): string {
  const sync = { syncedAt: null, onDisk: 0, inMailbox: 0, messagesPerMinute: null, leftMs: null, ...changes };
  const session: SessionState = {
    account: { id: '1', kind: 'gmail', email: 'sam@porthole.example', name: 'Sam' },
    all: false,
    accounts: [],
    ownAddresses: [],
    connection: { state: 'online' },
    sync: { running: true, paused: false, diskFull: false, ...sync },
    signIn: { state: 'none' },
    tokenKept: 'system',
    hasClient: true,
    policy: noPolicy,
    notices: [],
  };
  const actions = { onEdit: () => undefined, onRemove: () => undefined };
  const answered = createElement(Answered, {
    ...{ found: foundIn(ids(messages), 0), place: 'Inbox', query: parse('in:inbox'), session, now: 0 },
    ...actions,
  });
  return /role="status"[^>]*>(.*?)<\/p>/s.exec(renderToStaticMarkup(answered))?.[1]?.replaceAll(/<[^>]*>/g, '') ?? '';
}

test.each([
  ['nothing while nothing is known of the mailbox', 0, {}, ''],
  ['how many are listed before any of them is here', 3, {}, '3 messages'],
  ['that there is none as soon as that is known', 0, { syncedAt: 1 }, '0 messages'],
])('a list says %s', (_, messages, sync, line) => {
  expect(said(messages, sync)).toBe(line);
});
