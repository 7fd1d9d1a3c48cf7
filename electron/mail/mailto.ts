// A mailto address taken apart and built anew of what is harmless (RFC 6068): recipients, subject, text. Whatever else it
// asks of the mail program, such as a file to attach, is left out.
import { cleanLine, withoutInvisible } from './characters.ts';

export interface MailLink {
  readonly url: string;
  /** Its first recipient; empty where it names none. */
  readonly first: string;
  /** How many more it names, in any field. */
  readonly others: number;
  readonly hasBody: boolean;
}

const mostRecipients = 100;
const longestBody = 4_000;
const recipient = /^[^\s@<>"(),:;[\]\\]{1,64}@[^\s@<>"(),:;[\]\\]{1,255}$/u;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const recipients = (value: string): string[] =>
  value
    .split(',')
    .map((one) => cleanLine(decoded(one), 320))
    .filter((one) => recipient.test(one));

/** Text for a message: lines stay, everything else that is no writing goes. */
const body = (value: string): string =>
  withoutInvisible(value.slice(0, longestBody).toWellFormed())
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('\n', '\r\n');

export function readMailto(url: URL): MailLink | undefined {
  const fields = url.search
    .slice(1)
    .split('&')
    .map((field) => {
      const equals = field.indexOf('=');
      // A plus is a plus here: RFC 6068, section 5.
      return [decoded(field.slice(0, equals)).toLowerCase(), field.slice(equals + 1)] as const;
    });
  const all = (name: string) => fields.flatMap(([field, value]) => (field === name ? recipients(value) : []));
  const first = (name: string) => decoded(fields.find(([field]) => field === name)?.[1] ?? '');
  const to = [...recipients(url.pathname), ...all('to')].slice(0, mostRecipients);
  const cc = all('cc').slice(0, mostRecipients);
  const bcc = all('bcc').slice(0, mostRecipients);
  const written = { subject: cleanLine(first('subject'), 1_000), body: body(first('body')) };
  if (to.length + cc.length + bcc.length === 0 && url.pathname !== '') return undefined;
  const listed = (emails: readonly string[]) =>
    emails.map((email) => encodeURIComponent(email).replaceAll('%40', '@')).join(',');
  const search = [
    ...(cc.length > 0 ? [`cc=${listed(cc)}`] : []),
    ...(bcc.length > 0 ? [`bcc=${listed(bcc)}`] : []),
    ...(written.subject === '' ? [] : [`subject=${encodeURIComponent(written.subject)}`]),
    ...(written.body === '' ? [] : [`body=${encodeURIComponent(written.body)}`]),
  ];
  return {
    url: `mailto:${listed(to)}${search.length > 0 ? `?${search.join('&')}` : ''}`,
    first: [...to, ...cc, ...bcc][0] ?? '',
    others: Math.max(to.length + cc.length + bcc.length - 1, 0),
    hasBody: written.body !== '',
  };
}
