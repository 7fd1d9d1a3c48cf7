// Mail for the fake Google: the sample mailbox, and a few messages whose words the specs know.
import { sampleMailbox } from '../../electron/sample/mailbox.ts';
import type { FakeGoogle } from '../google/google.ts';
import { toEml } from './eml.ts';

const known = [
  { subject: 'Keys to the boathouse', from: 'Amy Harbour <amy@example.org>', text: 'They hang behind the blue door.' },
  { subject: 'Quarterly report', from: 'Reports <reports@example.com>', text: 'The quarterly report is attached.' },
  { subject: 'سلام از تهران', from: 'رویا <roya@example.net>', text: 'هوا امروز آفتابی است و همه خوب‌اند.' },
] as const;

export const boathouse = known[0];

/** The sample's mail, all of it older than `now`: the same for the same moment. */
export function fillWithSample(google: FakeGoogle, count: number, now: number): void {
  const mailbox = google.mailbox();
  const { labels, messages } = sampleMailbox({ count, now });
  const labelIds = new Map(
    labels.flatMap(({ id, name, type }) => (type === 'user' ? [[id, mailbox.addLabel(name)] as const] : [])),
  );
  for (const wire of messages) {
    mailbox.add({
      raw: toEml(wire),
      internalDate: Number(wire.internalDate),
      labelIds: wire.labelIds.map((id) => labelIds.get(id) ?? id),
    });
  }
}

/** `count` messages in all, everything older than now; the known ones are the newest of the inbox. */
export function fillMailbox(google: FakeGoogle, count: number): void {
  const mailbox = google.mailbox();
  const now = Date.now();
  fillWithSample(google, Math.max(count - known.length, 1), now - 3_600_000);
  known.forEach(({ subject, from, text }, index) => {
    const head = [
      `From: ${from}`,
      `To: ${mailbox.email}`,
      `Subject: ${subject}`,
      `Message-ID: <known-${index}@example.org>`,
    ];
    const raw = [...head, 'Content-Type: text/plain; charset=utf-8', '', text, ''].join('\r\n');
    mailbox.add({ raw, internalDate: now - (index + 1) * 60_000, labelIds: ['INBOX', 'UNREAD'] });
  });
}
