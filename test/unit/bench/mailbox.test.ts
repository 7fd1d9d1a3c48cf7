// The mailbox that is measured on: the figures of the bench are worth what it resembles.
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../electron/gmail/mime.ts';
import { benchMailbox, benchNow, ownAddress } from '../../bench/mailbox/mailbox.ts';
import { tongues } from '../../bench/mailbox/tongue.ts';
import { wireOf } from '../../bench/mailbox/wire.ts';

const count = 10_000;
const mailbox = benchMailbox(count);
const mail = [...mailbox.newestFirst()];
const share = (matches: number) => (100 * matches) / count;

describe('the mailbox of the bench', () => {
  test('is the same for the same size and seed, and another for another', () => {
    expect(benchMailbox(500).message(321)).toEqual(benchMailbox(500).message(321));
    expect(benchMailbox(500, 2).message(321)).not.toEqual(benchMailbox(500).message(321));
  });

  test('is the same read from either end', () => {
    expect([...mailbox.oldestFirst()].toReversed()).toEqual(mail);
  });

  test('has ids as Gmail has: of their own, hexadecimal, beginning with the time', () => {
    expect(new Set(mail.map(({ id }) => id)).size).toBe(count);
    expect(mail.every(({ id }) => /^[\da-f]{16}$/.test(id))).toBe(true);
    expect(mail.every(({ id, receivedAt }) => Number.parseInt(id.slice(0, 11), 16) === receivedAt)).toBe(true);
  });

  test('covers twelve years, the last of them most, and nothing that is yet to come', () => {
    const times = mail.map(({ receivedAt }) => receivedAt);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(Math.max(...times)).toBeLessThan(benchNow);
    const yearMs = 365.25 * 86_400_000;
    expect((benchNow - Math.min(...times)) / yearMs).toBeGreaterThan(11.5);
    expect(share(times.filter((at) => at > benchNow - yearMs).length)).toBeGreaterThan(100 / 12);
  });

  test('has threads as mailboxes have: 45 of 100 messages alone, and the long ones of 5.6 messages', () => {
    const sizes = [...Map.groupBy(mail, ({ threadId }) => threadId).values()].map((thread) => thread.length);
    const long = sizes.filter((size) => size > 2);
    const total = (some: readonly number[]) => some.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBe(mailbox.threads);
    expect(Math.abs(share(sizes.length) - 60)).toBeLessThan(2);
    expect(Math.abs(share(sizes.filter((size) => size === 1).length) - 45)).toBeLessThan(2);
    expect(Math.abs(total(long) / long.length - 5.6)).toBeLessThan(1);
  });

  test('has short messages and very long ones, in 60,000 words of ten languages', () => {
    const lengths = mail.map(({ text }) => text.split(/\s+/).length).toSorted((a, b) => a - b);
    expect(lengths[count / 2]).toBeGreaterThan(60);
    expect(lengths[count / 2]).toBeLessThan(110);
    expect(lengths.at(-1)).toBeGreaterThan(2_500);
    expect(tongues).toHaveLength(10);
    expect(tongues.reduce((sum, { words }) => sum + new Set(words).size, 0)).toBeGreaterThanOrEqual(60_000);
  });

  test('has every label on some message, and its own mail, files and lists', () => {
    const used = new Set(mail.flatMap(({ labelIds }) => labelIds));
    expect(mailbox.labels.map(({ id }) => id).filter((id) => !used.has(id))).toEqual([]);
    const sent = mail.filter(({ labelIds }) => labelIds.includes('SENT'));
    expect(sent.every(({ from }) => from[0]?.email === ownAddress)).toBe(true);
    expect(share(sent.length)).toBeGreaterThan(10);
    expect(Math.abs(share(mail.filter(({ attachments }) => attachments.length > 0).length) - 15)).toBeLessThan(2);
    expect(share(mail.filter(({ headers }) => headers.some(({ name }) => name === 'List-Id')).length)).toBeGreaterThan(
      10,
    );
  });

  test("says the same in Gmail's JSON", () => {
    const some = mail.slice(0, 500);
    expect(some.map((message) => readMessage(wireOf(message)))).toEqual(some);
  });
});
