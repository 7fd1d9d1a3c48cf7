// The habits of mail programs: how they spell and order headers, and what their Message-IDs look like.
// Knows nothing of what the mail says.
import type { Letter, MailerName } from './letter.ts';

interface Mailer {
  /** Spelling and order; `*` is where a letter's own headers go. */
  readonly headers: readonly string[];
  readonly program?: readonly [string, string];
  readonly messageId: (id: string, domain: string) => string;
}

const mailers: Record<MailerName, Mailer> = {
  web: {
    headers: ['MIME-Version', 'References', 'In-Reply-To', '*', 'From', 'Date', 'Message-ID', 'Subject', 'To', 'Cc'],
    messageId: (id, domain) => `<CA+${id.toUpperCase()}wGz=${id.slice(9)}@mail.${domain}>`,
  },
  phone: {
    headers: ['*', 'From', 'Mime-Version', 'Date', 'Subject', 'Message-Id', 'References', 'In-Reply-To', 'To', 'Cc'],
    program: ['X-Mailer', 'Pocket Post (19C56)'],
    messageId: (id, domain) =>
      `<${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13)}-${id.slice(2, 14)}@${domain}>`.toUpperCase(),
  },
  desk: {
    headers: ['From', 'To', 'CC', 'Subject', 'Date', 'Message-ID', 'References', 'In-Reply-To', 'MIME-Version', '*'],
    program: ['Accept-Language', 'en-GB, sv-SE'],
    messageId: (id, domain) => `<DB7P${id.slice(3).toUpperCase()}@POST02.${domain}>`,
  },
  cite: {
    headers: ['*', 'From', 'Message-Id', 'Mime-Version', 'Subject', 'Date', 'In-Reply-To', 'Cc', 'To', 'References'],
    program: ['X-Mailer', 'Gannet Mail 7.2'],
    messageId: (id, domain) => `<${id}.gannet@${domain}>`,
  },
  plain: {
    headers: ['Date', 'From', 'To', 'Cc', 'Subject', 'Message-ID', 'References', 'MIME-Version', 'In-Reply-To', '*'],
    program: ['User-Agent', 'Inkwell/2.3.1'],
    messageId: (id, domain) => `<${Number.parseInt(id.slice(0, 11), 16)}.GA${id.slice(11)}@${domain}>`,
  },
  flowed: {
    headers: [
      'Message-ID',
      'Date',
      'MIME-Version',
      'User-Agent',
      'Subject',
      'To',
      'Cc',
      'References',
      'In-Reply-To',
      'From',
      '*',
    ],
    program: ['Content-Language', 'en-GB'],
    messageId: (id, domain) => `<${id.slice(0, 8)}-${id.slice(8)}@${domain}>`,
  },
  lower: {
    headers: ['from', 'to', 'cc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'mime-version', '*'],
    messageId: (id, domain) => `<${id}@${domain}>`,
  },
  robot: {
    headers: ['Date', 'From', '*', 'To', 'CC', 'Message-ID', 'Subject', 'References', 'In-Reply-To', 'MIME-Version'],
    messageId: (id, domain) => `<0102${id}-${id.slice(4)}-000000@bounce.${domain}>`,
  },
};

export function messageIdOf(letter: Letter, id: string): string {
  const domain = letter.from.email.slice(letter.from.email.indexOf('@') + 1);
  return mailers[letter.from.mailer].messageId(id, domain);
}

/** `values` by lower-case name; what has no value is left out. */
export function headersOf(letter: Letter, values: Readonly<Record<string, string | undefined>>): [string, string][] {
  const mailer = mailers[letter.from.mailer];
  const headers: [string, string][] = [];
  for (const name of mailer.headers) {
    if (name === '*') {
      for (const [own, value] of letter.headers ?? []) headers.push([own, value]);
      continue;
    }
    const value = values[name.toLowerCase()];
    if (value !== undefined) headers.push([name, value]);
  }
  if (values['bcc'] !== undefined) headers.push(['Bcc', values['bcc']]);
  if (values['reply-to'] !== undefined) headers.push(['Reply-To', values['reply-to']]);
  if (values['sender'] !== undefined) headers.push(['Sender', values['sender']]);
  if (mailer.program !== undefined) headers.push([mailer.program[0], mailer.program[1]]);
  return headers;
}
