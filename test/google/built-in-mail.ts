// A handful of messages for a fake Google that was given no mail: enough to see every kind of row.
import type { Mailbox } from './mailbox.ts';

interface Letter {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly hoursAgo: number;
  readonly labelIds: readonly string[];
  readonly id: string;
  readonly inReplyTo?: string;
  readonly attachment?: { readonly filename: string; readonly content: string };
}

const day = 24;

const letters: readonly Letter[] = [
  {
    id: 'engine-1',
    from: 'Charles Babbage <charles@analytical.example>',
    subject: 'The engine, once more',
    text: 'My dear Ada,\n\nthe mill is complete but for the carriage. Would you look over the notes before Friday?\n\nCh. B.',
    hoursAgo: 30,
    labelIds: ['INBOX', 'IMPORTANT'],
  },
  {
    id: 'engine-2',
    inReplyTo: 'engine-1',
    from: 'Ada Lovelace <ada.lovelace@example.org>',
    subject: 'Re: The engine, once more',
    text: 'Gladly. Note G is longer than all the others together; I hope you do not mind.',
    hoursAgo: 27,
    labelIds: ['SENT'],
  },
  {
    id: 'engine-3',
    inReplyTo: 'engine-2',
    from: 'Charles Babbage <charles@analytical.example>',
    subject: 'Re: The engine, once more',
    text: 'Mind? I shall have it printed. The table is attached.',
    hoursAgo: 2,
    labelIds: ['INBOX', 'UNREAD', 'STARRED'],
    attachment: { filename: 'bernoulli.csv', content: 'n,B(n)\n0,1\n1,-1/2\n2,1/6\n4,-1/30\n' },
  },
  {
    id: 'invoice',
    from: 'Buchhandlung Gärtner <rechnung@gaertner.example>',
    subject: 'Ihre Rechnung über 42,00 €',
    text: 'Guten Tag,\n\nanbei die Rechnung für Ihre Bestellung vom Montag.\n\nMit freundlichen Grüßen',
    hoursAgo: 5,
    labelIds: ['INBOX', 'UNREAD', 'CATEGORY_UPDATES'],
    attachment: { filename: 'Rechnung Übersicht.txt', content: 'Summe: 42,00 €\n' },
  },
  {
    id: 'hebrew',
    from: 'נועה לוי <noa@mail.example>',
    subject: 'ארוחת ערב ביום שישי',
    text: 'היי עדה,\nנפגשים ביום שישי בשמונה? אני מביאה יין.',
    hoursAgo: 3 * day,
    labelIds: ['INBOX'],
  },
  {
    id: 'news',
    from: 'Weekly Looms <news@looms.example>',
    subject: 'Punch cards are back: 20% off <this week only>',
    text: 'Jacquard & Sons present: the spring collection. "Patterns for everybody" starts on Monday.',
    hoursAgo: 5 * day,
    labelIds: ['INBOX', 'UNREAD', 'CATEGORY_PROMOTIONS'],
  },
  {
    id: 'spam',
    from: 'Prince <prince@lucky.invalid>',
    subject: 'Your inheritance awaits',
    text: 'Kindly reply with your bank details.',
    hoursAgo: 6 * day,
    labelIds: ['SPAM'],
  },
  {
    id: 'archived',
    from: 'Mary Somerville <mary@somerville.example>',
    subject: 'Connexion of the physical sciences',
    text: 'The second edition is out. I have put a copy aside for you.',
    hoursAgo: 60 * day,
    labelIds: [],
  },
];

export function addBuiltInMail(mailbox: Mailbox, now: number): void {
  for (const letter of letters.toSorted((a, b) => b.hoursAgo - a.hoursAgo)) {
    const internalDate = now - letter.hoursAgo * 3_600_000;
    mailbox.add({ raw: compose(letter, mailbox.email, internalDate), labelIds: letter.labelIds, internalDate });
  }
}

function compose(letter: Letter, to: string, at: number): string {
  const encoded = (text: string) => text.replace(/[^\x20-\x7e]+(?: [^\x20-\x7e]+)*/g, encodeWord);
  const head = [
    `From: ${encoded(letter.from)}`,
    `To: ${to}`,
    `Subject: ${encoded(letter.subject)}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${letter.id}@built-in.example>`,
    ...(letter.inReplyTo === undefined ? [] : [`In-Reply-To: <${letter.inReplyTo}@built-in.example>`]),
    'MIME-Version: 1.0',
  ];
  const text = [
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(letter.text),
  ];
  if (!letter.attachment) return [...head, ...text, ''].join('\r\n');
  return [
    ...head,
    'Content-Type: multipart/mixed; boundary=b1',
    '',
    '--b1',
    ...text,
    '--b1',
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(letter.attachment.filename)}`,
    'Content-Transfer-Encoding: base64',
    '',
    base64(letter.attachment.content),
    '--b1--',
    '',
  ].join('\r\n');
}

function encodeWord(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

function base64(text: string): string {
  return (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}
