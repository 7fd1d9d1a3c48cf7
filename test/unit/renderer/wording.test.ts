import { describe, expect, test } from 'vitest';
import type { ClientFileProblem, Failure, SignedOutReason, SignInProblem } from '../../../electron/contract/failure.ts';
import { type Connection, notices, type SessionState } from '../../../electron/contract/model.ts';
import { noPolicy } from '../../../electron/contract/policy.ts';
import { wording } from '../../../renderer/wording/wording.ts';

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
  'not-allowed': true,
});
const signedOutReasons = all<SignedOutReason>({
  refused: true,
  'testing-expiry': true,
  unused: true,
  'time-limited': true,
  'workspace-policy': true,
  'client-refused': true,
  'consent-changed': true,
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
    { kind: 'not-permitted', problem: 'organisation' },
    { kind: 'not-permitted', problem: 'policy-file' },
  ],
  'api-disabled': [{ kind: 'api-disabled' }],
  gone: [{ kind: 'gone' }],
  'unexpected-reply': [{ kind: 'unexpected-reply' }],
  storage: (['full', 'damaged', 'locked', 'refused'] as const).map((problem) => ({ kind: 'storage', problem })),
  'too-large': [{ kind: 'too-large' }],
  'not-saved': (['full', 'refused'] as const).map((problem) => ({ kind: 'not-saved', problem })),
  'not-opened': [{ kind: 'not-opened' }],
  keychain: (['locked', 'unavailable'] as const).map((problem) => ({ kind: 'keychain', problem })),
  locked: [{ kind: 'locked' }],
  passcode: [
    { kind: 'passcode', waitMs: 0 },
    { kind: 'passcode', waitMs: 30_000 },
  ],
  erased: [{ kind: 'erased' }],
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
    const { sentence } = wording.failure(failure);
    expect(sentence).toMatch(/^[A-Z].*[^.]\.$/);
    expect(sentence.replace(/\.$/, '')).not.toMatch(/[.!?] |undefined|null|\[object/);
    expect(sentence.length).toBeLessThan(160);
  },
);

test('different failures of one kind have different sentences', () => {
  const sentences = failures
    .filter(({ kind }) => kind === 'client-file')
    .map((failure) => wording.failure(failure).sentence);
  expect(new Set(sentences).size).toBe(clientFileProblems.length);
});

test('a field that is missing from a client file is named', () => {
  const { sentence } = wording.failure({ kind: 'client-file', problem: 'field-missing', field: 'client_secret' });
  expect(sentence).toContain('client_secret');
});

test('whatever ended a sign-in, there is something to do about it', () => {
  for (const problem of signInProblems)
    expect(wording.failure({ kind: 'sign-in-abandoned', problem }).action).toBeDefined();
  for (const reason of signedOutReasons) expect(wording.signedOut(reason).action).toBeDefined();
});

test('a grant that died of Testing says why, and how that ends', () => {
  expect(wording.signedOut('testing-expiry').sentence).toMatch(/seven days.*Testing.*publishing/);
});

test('every notice is a sentence that can be dismissed', () => {
  expect(notices.length).toBeGreaterThan(0);
  for (const notice of notices) expect(wording.notice(notice)).toMatchObject({ action: 'dismiss' });
});

describe('how much of the mailbox an answer rests on', () => {
  const all = { searched: 98_004, of: 98_004 };
  const part = { searched: 41_212, of: 98_004 };
  const found = { coverage: part, foundByGmail: 0, gmail: 'not-asked', unanswered: null, remembered: [] } as const;
  const now = new Date(2026, 10, 22, 14, 40).getTime();

  test.each<[string, Parameters<typeof wording.filter.coverage>[0], Parameters<typeof wording.filter.coverage>[1]]>([
    ['Searched 41,212 of 98,004 messages on this computer', found, 'online'],
    ['Searched all 98,004 messages', { ...found, coverage: all }, 'online'],
    ['Searched the 1 message on this computer', { ...found, coverage: { searched: 1, of: 1 } }, 'online'],
    ['Searched 41,212 of 98,004 messages on this computer · asking Gmail…', { ...found, gmail: 'asking' }, 'online'],
    [
      'Searched 41,212 of 98,004 messages on this computer · Gmail found 3 more so far…',
      { ...found, gmail: 'asking', foundByGmail: 3 },
      'online',
    ],
    [
      'Searched 41,212 of 98,004 messages on this computer · Gmail found 3 more',
      { ...found, gmail: 'answered', foundByGmail: 3 },
      'online',
    ],
    ['Searched all 98,004 messages · Gmail found no more', { ...found, coverage: all, gmail: 'answered' }, 'online'],
    ['Searched 41,212 of 98,004 messages on this computer · offline', found, 'offline'],
    [
      'Searched 41,212 of 98,004 messages on this computer · offline',
      { ...found, unanswered: { kind: 'offline' } },
      'connecting',
    ],
    ['Searched 41,212 of 98,004 messages on this computer · signed out', found, 'signed-out'],
    [
      'Searched all 98,004 messages · Gmail did not answer: Gmail’s answer made no sense; if this network asks you to log in first, do that in your browser.',
      { ...found, coverage: all, unanswered: { kind: 'unexpected-reply' } },
      'online',
    ],
    ['Searched the 2,000 messages of the sample', { ...found, coverage: { searched: 2_000, of: 2_000 } }, 'local'],
  ])('%s', (said, input, state) => {
    expect(wording.filter.coverage(input, state, now)).toBe(said);
  });

  test('says how old what was remembered is', () => {
    const remembered = [{ typed: 'is:muted', at: new Date(2026, 10, 22, 9, 5).getTime() }];
    expect(wording.filter.coverage({ ...found, coverage: all, remembered }, 'offline', now)).toMatch(
      /^Searched all 98,004 messages · offline · is:muted as Gmail knew it at .*9:05/,
    );
  });
});

test('a number that nobody has counted out is the least that there is', () => {
  expect(wording.filter.found({ total: 101, counted: false })).toBe('25+ found');
  expect(wording.filter.found({ total: 1_001, counted: true })).toBe('1,001 found');
  expect(wording.list.count({ total: 1, counted: true, search: { grouping: 'threads' } })).toBe('1 thread');
  expect(wording.list.count({ total: 101, counted: false, search: { grouping: 'messages' } })).toBe('25+ messages');
});

describe('how far the mailbox is', () => {
  const { progress } = wording.status;

  test.each([
    ['41,212 of 98,004 messages on this computer', 41_212, 98_004],
    ['98,004 messages on this computer', 98_004, 98_004],
    ['1 message on this computer', 1, 1],
  ])('%s', (said, onDisk, inMailbox) => {
    expect(progress.onDisk({ onDisk, inMailbox })).toBe(said);
  });

  test.each([
    [20_000, 'about a minute left'],
    [7 * 60_000, 'about 7 minutes left'],
    [43 * 60_000, 'about 45 minutes left'],
    [3.7 * 3_600_000, 'about 3.5 hours left'],
    [2 * 3_600_000, 'about 2 hours left'],
  ])('with %d ms to go: %s', (ms, said) => {
    expect(progress.left(ms)).toBe(said);
  });
});

describe('the status line', () => {
  const now = new Date(2026, 10, 22, 14, 40).getTime();
  const syncedAt = new Date(2026, 10, 22, 14, 32).getTime();
  const sync = {
    ...{ running: false, paused: false, diskFull: false, syncedAt, onDisk: 500, inMailbox: 500 },
    ...{ messagesPerMinute: null, leftMs: null },
  };

  function said(connection: Connection, changes: Partial<SessionState['sync']> = {}): string {
    const state: SessionState = {
      account: null,
      all: false,
      accounts: [],
      ownAddresses: [],
      connection,
      sync: { ...sync, ...changes },
      signIn: { state: 'none' },
      tokenKept: 'system',
      hasClient: true,
      policy: noPolicy,
      notices: [],
    };
    return wording.status.connection(state, now);
  }

  test('says how things stand', () => {
    expect(said({ state: 'online' })).toMatch(/^Up to date · .*32/);
    expect(said({ state: 'online' }, { inMailbox: 501 })).toBe('Connected');
    expect(said({ state: 'offline' })).toMatch(/^Offline, as of .*32/);
    expect(said({ state: 'offline' }, { syncedAt: null, onDisk: 0 })).toBe('Offline, nothing fetched yet');
    expect(said({ state: 'offline' }, { syncedAt: null, onDisk: 7 })).toBe('Offline, not all mail fetched yet');
    expect(said({ state: 'signed-out', reason: 'refused' })).toMatch(/^Signed out, as of/);
    expect(said({ state: 'refused', failure: { kind: 'api-disabled' } })).toMatch(/^Not up to date, as of/);
    expect(said({ state: 'refused', failure: { kind: 'busy', retryAt: now } })).toMatch(/patience until/);
    expect(said({ state: 'connecting' })).toBe('Connecting…');
  });

  test('says that the disk is full, because nothing comes in until there is room', () => {
    expect(said({ state: 'online' }, { diskFull: true })).toBe('The disk is full: make room, and Porthole goes on.');
  });

  test('says of the sample that nothing leaves this computer', () => {
    expect(said({ state: 'local' })).toBe('Sample mailbox: nothing leaves this computer');
  });
});
