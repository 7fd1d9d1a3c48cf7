import { describe, expect, test } from 'vitest';
import type { SessionState } from '../../../electron/contract/model.ts';
import { noPolicy } from '../../../electron/contract/policy.ts';
import { bannerFor } from '../../../renderer/status/which-banner.ts';

const calm: SessionState = {
  account: { id: '1', kind: 'gmail', email: 'sam@porthole.example', name: 'Sam' },
  all: false,
  accounts: [],
  ownAddresses: ['sam@porthole.example'],
  connection: { state: 'online' },
  sync: {
    ...{ running: false, paused: false, diskFull: false, syncedAt: 0, onDisk: 0, inMailbox: 0 },
    ...{ messagesPerMinute: null, leftMs: null },
  },
  signIn: { state: 'none' },
  tokenKept: 'system',
  hasClient: true,
  policy: noPolicy,
  notices: [],
};

test('nothing is said when nothing needs a person', () => {
  expect(bannerFor(calm, false)).toBeNull();
  expect(bannerFor({ ...calm, connection: { state: 'offline' } }, false)).toBeNull();
});

test('what passes by itself has no banner', () => {
  expect(
    bannerFor({ ...calm, connection: { state: 'refused', failure: { kind: 'busy', retryAt: 1 } } }, false),
  ).toBeNull();
});

test.each([
  [{ state: 'refused', failure: { kind: 'api-disabled' } }, 'tryAgain'],
  [{ state: 'refused', failure: { kind: 'not-permitted', problem: 'administrator' } }, 'tryAgain'],
  [{ state: 'refused', failure: { kind: 'not-permitted', problem: 'scope' } }, 'signInAgain'],
  [{ state: 'signed-out', reason: 'refused' }, 'signInAgain'],
  [{ state: 'signed-out', reason: 'client-refused' }, 'anotherClientFile'],
] as const)('%j offers %s', (connection, action) => {
  expect(bannerFor({ ...calm, connection }, false)).toMatchObject({ kind: 'connection', wording: { action } });
});

test('an API that is switched off leads to the step that switches it on', () => {
  const connection = { state: 'refused', failure: { kind: 'api-disabled', project: '123456789012' } } as const;
  expect(bannerFor({ ...calm, connection }, false)).toMatchObject({ wording: { step: 'api' } });
});

describe('of several, the most important one is shown', () => {
  const everything: SessionState = {
    ...calm,
    connection: { state: 'signed-out', reason: 'refused' },
    signIn: { state: 'waiting', startedAt: 0, email: null, again: false },
    tokenKept: 'this-run-only',
    notices: ['settings-reset', 'database-rebuilt'],
  };

  test('that the permission still stands at Google comes before that one has signed out', () => {
    const connection = { state: 'signed-out', reason: 'by-you' } as const;
    expect(bannerFor({ ...calm, connection, notices: ['grant-not-revoked'] }, false)).toMatchObject({
      kind: 'notice',
      notice: 'grant-not-revoked',
    });
  });

  test('in this order', () => {
    expect(bannerFor(everything, false)?.kind).toBe('waiting');
    const failed = { ...everything, signIn: { state: 'failed', failure: { kind: 'offline' } } } as const;
    expect(bannerFor(failed, false)?.kind).toBe('signInFailed');
    const signedOut = { ...everything, signIn: { state: 'none' } } as const;
    expect(bannerFor(signedOut, false)?.kind).toBe('connection');
    const online = { ...signedOut, connection: { state: 'online' } } as const;
    expect(bannerFor(online, false)?.kind).toBe('tokenNotKept');
    expect(bannerFor(online, true)).toMatchObject({ kind: 'notice', notice: 'settings-reset' });
  });

  test('and before there is an account only the notices, because the screens say the rest', () => {
    expect(bannerFor({ ...everything, account: null }, false)?.kind).toBe('notice');
  });
});

test('what Google said about a failed sign-in is shown with it', () => {
  const failure = { kind: 'sign-in-abandoned', problem: 'setup', detail: 'Invalid parameter value' } as const;
  expect(bannerFor({ ...calm, signIn: { state: 'failed', failure } }, false)).toMatchObject({
    detail: 'Invalid parameter value',
  });
});

test('while all accounts are shown, one that needs a person is named, and its own mailbox offers what to do', () => {
  const account = { id: '102', kind: 'gmail', email: 'grace@porthole.example', name: 'Grace' } as const;
  const connection = { state: 'signed-out', reason: 'refused' } as const;
  const one = { account, open: true, connection, sync: calm.sync, unread: null, needsAttention: true };
  const all: SessionState = { ...calm, all: true, accounts: [one] };
  const banner = bannerFor(all, false);
  expect(banner).toMatchObject({ kind: 'attention', accountId: '102' });
  expect(banner?.kind === 'attention' && banner.wording.sentence).toMatch(/^grace@porthole\.example: /);
  expect(bannerFor({ ...all, accounts: [{ ...one, needsAttention: false }] }, false)).toBeNull();
  expect(bannerFor({ ...all, all: false }, false)).toBeNull();
});
