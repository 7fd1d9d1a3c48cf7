import { describe, expect, test } from 'vitest';
import type { ClientFileProblem, Failure, SignedOutReason, SignInProblem } from '../../../electron/contract/failure.ts';
import { type Connection, notices, type SessionState } from '../../../electron/contract/model.ts';
import { en } from '../../../renderer/locales/en.ts';

/** The compiler refuses a table that misses one. */
function all<Kind extends string>(table: Readonly<Record<Kind, true>>): readonly Kind[] {
  return Object.keys(table) as Kind[];
}

const clientFileProblems = all<ClientFileProblem>({
  'not-json': true,
  'too-large': true,
  unreadable: true,
  'service-account': true,
  'authorized-user': true,
  'not-a-client': true,
  'field-missing': true,
  'no-loopback-redirect': true,
});
const signInProblems = all<SignInProblem>({
  denied: true,
  'gmail-not-granted': true,
  'code-refused': true,
  'client-refused': true,
  setup: true,
  'no-user-id': true,
  'no-refresh-token': true,
  'timed-out': true,
  'port-taken': true,
  'no-browser': true,
  'other-account': true,
});
const signedOutReasons = all<SignedOutReason>({
  refused: true,
  'testing-expiry': true,
  unused: true,
  'time-limited': true,
  'workspace-policy': true,
  'client-refused': true,
  'not-kept': true,
  unreadable: true,
  'by-you': true,
});
const others: {
  readonly [Kind in Exclude<Failure['kind'], 'client-file' | 'sign-in-abandoned' | 'signed-out'>]: readonly Extract<
    Failure,
    { kind: Kind }
  >[];
} = {
  offline: [{ kind: 'offline' }],
  busy: [{ kind: 'busy', retryAt: Date.UTC(2026, 10, 22) }],
  'not-permitted': [
    { kind: 'not-permitted', problem: 'scope' },
    { kind: 'not-permitted', problem: 'administrator' },
  ],
  'api-disabled': [{ kind: 'api-disabled' }],
  gone: [{ kind: 'gone' }],
  'unexpected-reply': [{ kind: 'unexpected-reply' }],
  storage: (['full', 'damaged', 'locked', 'refused'] as const).map((problem) => ({ kind: 'storage', problem })),
  keychain: (['locked', 'unavailable'] as const).map((problem) => ({ kind: 'keychain', problem })),
  internal: [{ kind: 'internal', reference: '7f3a' }],
};

const failures: readonly Failure[] = [
  ...clientFileProblems.map((problem): Failure => ({ kind: 'client-file', problem })),
  ...signInProblems.map((problem): Failure => ({ kind: 'sign-in-abandoned', problem })),
  ...signedOutReasons.map((reason): Failure => ({ kind: 'signed-out', reason })),
  ...Object.values(others).flat(),
];

test.each(failures.map((failure) => [JSON.stringify(failure), failure] as const))(
  '%s is one plain sentence',
  (_, failure) => {
    const { sentence } = en.failure(failure);
    expect(sentence).toMatch(/^[A-Z].*[^.]\.$/);
    expect(sentence.replace(/\.$/, '')).not.toMatch(/[.!?] |undefined|null|\[object/);
    expect(sentence.length).toBeLessThan(160);
  },
);

test('different failures of one kind have different sentences', () => {
  const sentences = failures
    .filter(({ kind }) => kind === 'client-file')
    .map((failure) => en.failure(failure).sentence);
  expect(new Set(sentences).size).toBe(clientFileProblems.length);
});

test('a field that is missing from a client file is named', () => {
  const { sentence } = en.failure({ kind: 'client-file', problem: 'field-missing', field: 'client_secret' });
  expect(sentence).toContain('client_secret');
});

test('whatever ended a sign-in, there is something to do about it', () => {
  for (const problem of signInProblems) expect(en.failure({ kind: 'sign-in-abandoned', problem }).action).toBeDefined();
  for (const reason of signedOutReasons) expect(en.signedOut(reason).action).toBeDefined();
});

test('a grant that died of Testing says why, and how that ends', () => {
  expect(en.signedOut('testing-expiry').sentence).toMatch(/seven days.*Testing.*publishing/);
});

test('every notice is a sentence that can be dismissed', () => {
  expect(notices.length).toBeGreaterThan(0);
  for (const notice of notices) expect(en.notice(notice)).toMatchObject({ action: 'dismiss' });
});

describe('who answered a filter', () => {
  const found = { total: 12, answeredBy: 'disk', complete: true, asking: false, unanswered: null } as const;
  test.each<[string, Parameters<typeof en.filter.answer>]>([
    ['34 messages, answered by Gmail', [{ ...found, total: 34, answeredBy: 'gmail' }, 'online', 500]],
    ['1 message, answered by Gmail', [{ ...found, total: 1, answeredBy: 'gmail' }, 'online', 500]],
    [
      '500 messages so far, answered by Gmail',
      [{ ...found, total: 500, answeredBy: 'gmail', complete: false, asking: true }, 'online', 500],
    ],
    [
      'The first 500 messages, answered by Gmail',
      [{ ...found, total: 500, answeredBy: 'gmail', complete: false }, 'online', 500],
    ],
    ['12 on this computer · asking Gmail…', [{ ...found, asking: true }, 'online', 500]],
    ['Offline: 12 found among the 500 messages on this computer', [found, 'offline', 500]],
    ['Signed out: 12 found among the 500 messages on this computer', [found, 'signed-out', 500]],
    ['12 found among the 500 messages on this computer', [found, 'online', 500]],
    ['12 found among the 2,000 messages of the sample', [found, 'local', 2_000]],
    [
      '12 found on this computer. Gmail did not answer: There is no connection to Gmail right now.',
      [{ ...found, unanswered: { kind: 'offline' } }, 'online', 500],
    ],
  ])('%s', (said, input) => {
    expect(en.filter.answer(...input)).toBe(said);
  });
});

describe('the status line', () => {
  const now = new Date(2026, 10, 22, 14, 40).getTime();
  const syncedAt = new Date(2026, 10, 22, 14, 32).getTime();
  const sync = { running: false, syncedAt, onDisk: 500, progress: null };

  function said(connection: Connection, changes: Partial<SessionState['sync']> = {}): string {
    const state: SessionState = {
      account: null,
      connection,
      sync: { ...sync, ...changes },
      signIn: { state: 'none' },
      tokenKept: 'system',
      hasClient: true,
      notices: [],
    };
    return en.status.connection(state, now);
  }

  test('says how things stand', () => {
    expect(said({ state: 'online' })).toMatch(/^Up to date · .*32/);
    expect(said({ state: 'offline' })).toMatch(/^Offline, as of .*32/);
    expect(said({ state: 'offline' }, { syncedAt: null, onDisk: 0 })).toBe('Offline, nothing fetched yet');
    expect(said({ state: 'offline' }, { syncedAt: null, onDisk: 7 })).toBe('Offline, not all mail fetched yet');
    expect(said({ state: 'signed-out', reason: 'refused' })).toMatch(/^Signed out, as of/);
    expect(said({ state: 'refused', failure: { kind: 'api-disabled' } })).toMatch(/^Not up to date, as of/);
    expect(said({ state: 'refused', failure: { kind: 'busy', retryAt: now } })).toMatch(/patience until/);
    expect(said({ state: 'connecting' })).toBe('Connecting…');
  });

  test('shows how far the first messages are', () => {
    expect(said({ state: 'online' }, { progress: { done: 120, of: 500 } })).toBe('Bringing in mail: 120 of 500');
  });

  test('says of the sample that nothing leaves this computer', () => {
    expect(said({ state: 'local' }, { progress: { done: 1, of: 2 } })).toBe(
      'Sample mailbox: nothing leaves this computer',
    );
  });
});
