// Mail as large as somebody may send it: a newsletter of megabytes, a table of thousands of rows, a thread of hundreds.
import type { FakeGoogle } from '../google/google.ts';

const story = (at: number) =>
  [
    '<table width="600" cellpadding="0" cellspacing="0" style="margin:0 auto;border:1px solid #dddddd"><tr>',
    `<td style="padding:12px 16px;font-family:Georgia,serif;font-size:16px;color:#333333"><h2 style="color:#a33030">Story ${at}</h2>`,
    ...Array.from(
      { length: 12 },
      (_none, line) =>
        `<p style="margin:0 0 10px;line-height:1.5">The harbour of story ${at}, paragraph ${line}: ships come in with the tide and leave with it, <a href="https://news.example/${at}/${line}">and some of them are late</a>. The pilots know every sandbank by its name, and by the trouble that it has made.</p>`,
    ),
    `<img src="https://pictures.example/${at}.jpg" width="560" height="200" alt="Ships"></td></tr></table>`,
  ].join('\r\n');

/** Of so many bytes, and not much more. */
export function newsletterOf(bytes: number): string {
  const stories: string[] = [];
  for (let length = 0, at = 1; length < bytes; at++) {
    const next = story(at);
    stories.push(next);
    length += next.length + 2;
  }
  return `<html><head><style>p{margin:0}h2{font-weight:700}</style></head><body bgcolor="#f4f4f4">${stories.join('\r\n')}</body></html>`;
}

export function tableOf(rows: number): string {
  const row = (_none: unknown, at: number) =>
    `<tr><td>${at + 1}</td><td>Ship ${at + 1}</td><td style="text-align:right">${(at * 37) % 1_000} t</td></tr>`;
  return `<h1>Every ship</h1>\r\n<table border="1">${Array.from({ length: rows }, row).join('\r\n')}</table>`;
}

export interface HugeMail {
  readonly subject: string;
  readonly html: string;
}

/** Lines of SMTP are short, so it comes in base64. */
export function putHuge(google: FakeGoogle, { subject, html }: HugeMail): void {
  const mailbox = google.mailbox();
  const head = [
    'From: Lighthouse <light@news.example>',
    `To: ${mailbox.email}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  const text = Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n');
  mailbox.add({ raw: [...head, '', text, ''].join('\r\n'), internalDate: Date.now() - 60_000, labelIds: ['INBOX'] });
}

export interface LongThread {
  readonly subject: string;
  readonly messages: number;
  /** Of them all. */
  readonly labelIds: readonly string[];
}

export function putThread(google: FakeGoogle, { subject, messages, labelIds }: LongThread): void {
  const mailbox = google.mailbox();
  const now = Date.now();
  // Of itself Gmail begins another after a hundred.
  let threadId: string | undefined;
  for (let at = 1; at <= messages; at++) {
    const head = [
      `From: Writer ${at % 20} <writer${at % 20}@news.example>`,
      `To: ${mailbox.email}`,
      `Subject: ${at > 1 ? 'Re: ' : ''}${subject}`,
      `Message-ID: <${at}-of-${messages}@news.example>`,
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
    ];
    const text = `<p>Answer ${at} of a long thread.</p><p>It goes on, as <b>such things</b> do, for a line or two.</p>`;
    const id = mailbox.add({
      raw: [...head, '', text, ''].join('\r\n'),
      internalDate: now - (messages - at + 2) * 60_000,
      labelIds: [...labelIds],
      ...(threadId !== undefined && { threadId }),
    });
    threadId ??= mailbox.get(id)?.threadId;
  }
}
