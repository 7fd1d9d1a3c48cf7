import { expect, test } from 'vitest';
import type { CountedLabel, Message } from '../../../electron/contract/model.ts';
import { quiet, type Telling, type Told } from '../../../electron/contract/telling.ts';
import type { HeardMailbox } from '../../../electron/telling/listener.ts';
import { everyMs } from '../../../electron/telling/pace.ts';
import { createTelling } from '../../../electron/telling/telling.ts';
import { bodyFor, type Notice, noticeOf } from '../../../electron/telling/told.ts';
import { wordsOf } from '../../../electron/telling/words.ts';
import { message } from '../../support/messages.ts';

const words = await wordsOf('en-GB en');

function mailbox(id: string, unread = 0, inView: string | null = null): HeardMailbox {
  const inbox = {
    id: 'INBOX',
    counts: { messages: 9, unreadMessages: unread, threads: 5, unreadThreads: Math.ceil(unread / 2) },
  };
  return {
    account: { id, kind: 'gmail', email: `${id}@example.org`, name: id },
    labels: async () => [inbox as CountedLabel],
    searching: {
      labelInView: () => inView,
      openMessage: async (wanted: string) =>
        message({
          id: wanted,
          subject: `About ${wanted}`,
          from: [{ name: `Who ${wanted}`, email: 'x@example.org' }],
        }) as unknown as Message,
    } as HeardMailbox['searching'],
  };
}

function tellWith(telling: Partial<Telling>, watched = false) {
  const shown: { notice: Notice; click: () => void; taken: boolean }[] = [];
  const wanted: [string, Told | null][] = [];
  const counts: number[] = [];
  const bugs: unknown[] = [];
  const known = new Set(['ann', 'bob']);
  let waiting: (() => void) | undefined;
  const mail = createTelling({
    telling: () => ({ ...quiet, ...telling }),
    grouping: () => 'messages',
    isWatched: () => watched,
    isKnown: (id) => known.has(id),
    words: async () => words,
    notify: (notice, click) => {
      const one = { notice, click, taken: false };
      shown.push(one);
      return () => {
        one.taken = true;
      };
    },
    onWanted: (id, told) => wanted.push([id, told]),
    onUnread: (count) => counts.push(count),
    later: (run) => {
      waiting = run;
    },
    onBug: (error) => String(bugs.push(error)),
  });
  const settle = async () => {
    waiting?.();
    waiting = undefined;
    // All that is waited for is at hand.
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
  };
  const bodies = () => shown.map(({ notice }) => notice.body);
  return { mail, shown, wanted, counts, bugs, known, settle, bodies };
}

const arrival = (id: string, ...labels: readonly string[]) => ({
  id,
  threadId: `t-${id}`,
  labelIds: new Set(labels.length > 0 ? labels : ['INBOX', 'UNREAD']),
});

test('tells nothing unless a label of that account was chosen', async () => {
  const { mail, settle, bodies } = tellWith({ labels: { ann: ['Label_1'] } });
  mail.news(mailbox('bob'), [arrival('1')]);
  mail.news(mailbox('ann'), [arrival('2')]);
  await settle();
  expect(bodies()).toEqual([]);
  mail.news(mailbox('ann'), [arrival('3', 'Label_1', 'UNREAD')]);
  await settle();
  expect(bodies()).toEqual(['1 new message']);
});

test('tells neither of what was read elsewhere, nor of spam, nor of what oneself has sent', async () => {
  const { mail, settle, bodies } = tellWith({ labels: { ann: ['INBOX'] } });
  mail.news(mailbox('ann'), [
    arrival('1', 'INBOX'),
    arrival('2', 'INBOX', 'UNREAD', 'SPAM'),
    arrival('3', 'INBOX', 'UNREAD', 'SENT'),
  ]);
  await settle();
  expect(bodies()).toEqual([]);
});

test('tells many in one, and one more in place of it, for each account', async () => {
  const { mail, shown, settle, bodies } = tellWith({ labels: { ann: ['INBOX'], bob: ['INBOX'] } });
  const ann = mailbox('ann');
  mail.news(
    ann,
    Array.from({ length: 40 }, (_, at) => arrival(String(at))),
  );
  mail.news(ann, [arrival('again'), arrival('1')]);
  await settle();
  mail.news(ann, [arrival('later')]);
  mail.news(mailbox('bob'), [arrival('b')]);
  await settle();
  expect(bodies()).toEqual(['41 new messages', '42 new messages', '1 new message']);
  expect(shown.map(({ taken }) => taken)).toEqual([true, false, false]);
  mail.seen();
  expect(shown.every(({ taken }) => taken)).toBe(true);
  mail.news(ann, [arrival('afresh')]);
  await settle();
  expect(bodies().at(-1)).toBe('1 new message');
});

test('a click asks for the one message, or of many only for their mailbox', async () => {
  const { mail, shown, wanted, settle } = tellWith({ labels: { ann: ['INBOX'] } });
  mail.news(mailbox('ann'), [arrival('1')]);
  await settle();
  shown.at(-1)?.click();
  mail.news(mailbox('ann'), [arrival('2')]);
  await settle();
  shown.at(-1)?.click();
  expect(wanted).toEqual([
    ['ann', { threadId: 't-1', messageId: '1' }],
    ['ann', null],
  ]);
});

test('who looks at that list is not told, and who looks at another is', async () => {
  const { mail, settle, bodies } = tellWith({ labels: { ann: ['INBOX'] } }, true);
  mail.news(mailbox('ann', 0, 'INBOX'), [arrival('1')]);
  await settle();
  expect(bodies()).toEqual([]);
  mail.news(mailbox('ann', 0, 'SENT'), [arrival('2')]);
  await settle();
  expect(bodies()).toEqual(['1 new message']);
});

test('says who and what only where that was asked for, and falls back to the number where it can’t be had', async () => {
  const { mail, shown, settle, bugs } = tellWith({ labels: { ann: ['INBOX'] }, content: true });
  mail.news(mailbox('ann'), [arrival('1')]);
  await settle();
  expect(shown.at(-1)?.notice).toEqual({ title: 'Who 1', body: 'About 1' });
  const ann = mailbox('ann');
  const unreachable = { ...ann, searching: { ...ann.searching, openMessage: () => Promise.reject(new Error('gone')) } };
  mail.news(unreachable, [arrival('2')]);
  await settle();
  expect(shown.at(-1)?.notice).toEqual({ title: 'Porthole', body: '2 new messages' });
  expect(bugs).toEqual([]);
});

test('counts what is unread in every inbox, until its account is gone', async () => {
  const { mail, counts, known, settle } = tellWith({});
  mail.changed(mailbox('ann', 3));
  mail.changed(mailbox('bob', 4));
  await settle();
  mail.changed(mailbox('ann', 3));
  await settle();
  expect(counts.at(-1)).toBe(7);
  expect(mail.unread()).toBe(7);
  known.delete('bob');
  mail.forgetUnknown();
  expect(counts.at(-1)).toBe(3);
});

/** As it is told: either side laid out by itself. */
const apart = (line: string) => line.replace(/^(.*?): (.*)$/, '\u2068$1\u2069: \u2068$2\u2069');

test('a notification stays short and on its lines, whatever a subject is', () => {
  const named = (subject: string, name = 'A\nB') => ({ subject, from: [{ name, email: 'a@example.org' }] });
  expect(noticeOf(1, [named('x\r\ny')], words)).toEqual({ title: 'A B', body: 'x y' });
  expect(noticeOf(1, [named('')], words).body).toBe('(no subject)');
  expect(noticeOf(1, [named('s'.repeat(10_000))], words).body).toHaveLength(121);
  expect(noticeOf(9, [named('1', ''), named('2'), named('3')], words)).toEqual({
    title: '9 new messages',
    body: [...['a@example.org: 1', 'A B: 2', 'A B: 3'].map(apart), 'and 6 more'].join('\n'),
  });
});

test('no name turns the direction of what stands beside it', () => {
  const [override, isolate, pop, popIsolate] = ['\u202E', '\u2067', '\u202C', '\u2069'];
  const named = (name: string, subject: string) => ({ subject, from: [{ name, email: 'a@example.org' }] });
  const turned = named(`Bank${popIsolate}${override}gro.live`, `${isolate}invoice${pop}\u200F`);
  expect(noticeOf(1, [turned], words)).toEqual({ title: 'Bankgro.live', body: 'invoice' });
  const { body } = noticeOf(2, [turned, named('דנה', 'Hello')], words);
  expect(body).toBe(['Bankgro.live: invoice', 'דנה: Hello'].map(apart).join('\n'));
  // The control: without what parts them, a name in Hebrew has the colon, and what follows, on its other side.
  expect(body).not.toContain('דנה: ');
});

test('an answer in Persian runs from right to left, whatever letters its prefix has', () => {
  const named = (subject: string) => ({ subject, from: [{ name: 'Ann', email: 'a@example.org' }] });
  expect(noticeOf(1, [named('Re: سلام')], words).body).toBe('\u200fRe: سلام');
  expect(noticeOf(2, [named('Re: سلام'), named('Re: Hello')], words).body).toBe(
    ['Ann: \u200fRe: سلام', 'Ann: Re: Hello'].map(apart).join('\n'),
  );
});

test('a subject is no markup where notifications have some', () => {
  const subject = '<img src="https://evil.example/seen"> R&amp;D <a href="https://evil.example/">Sign in</a>';
  const notice = noticeOf(1, [{ subject, from: [] }], words);
  expect(bodyFor(notice, 'linux')).toBe(
    '&lt;img src="https://evil.example/seen"&gt; R&amp;amp;D &lt;a href="https://evil.example/"&gt;Sign in&lt;/a&gt;',
  );
  expect(bodyFor(notice, 'darwin')).toBe(subject);
});

test('names are told as they are written, whatever they mean to who fills them in', () => {
  const named = ['$t(outside.quit)', '{{subject}}'].map((name) => ({
    subject: '{{sender}} $t(outside.open) $&',
    from: [{ name, email: 'a@example.org' }],
  }));
  expect(noticeOf(2, named, words).body).toBe(
    ['$t(outside.quit): {{sender}} $t(outside.open) $&', '{{subject}}: {{sender}} $t(outside.open) $&']
      .map(apart)
      .join('\n'),
  );
});

test('what was told of an account goes with it, and what is about to be told is not', async () => {
  const { mail, shown, known, settle } = tellWith({ labels: { ann: ['INBOX'], bob: ['INBOX'] }, content: true });
  mail.news(mailbox('ann'), [arrival('1')]);
  mail.news(mailbox('bob'), [arrival('2')]);
  await settle();
  mail.news(mailbox('bob'), [arrival('3')]);
  known.delete('bob');
  mail.forgetUnknown();
  await settle();
  expect(shown.map(({ notice, taken }) => [notice.title, taken])).toEqual([
    ['Who 1', false],
    ['Who 2', true],
  ]);
});

test('looks at Gmail less often where nobody looks at it', () => {
  const paces = [
    { inView: true, onBattery: true },
    { inView: false, onBattery: false },
    { inView: false, onBattery: true },
  ].map(everyMs);
  expect(paces).toEqual([15_000, 60_000, 300_000]);
});
