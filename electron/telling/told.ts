// What a notification says: how many have come, or who wrote and about what where that was asked for. Pure.
import type { Message } from '../contract/model.ts';
import { subjectDirection } from '../mail/subjects.ts';
import type { Words } from './words.ts';

export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** A notification has room for no more. */
export const mostNamed = 3;
const longest = 120;

/** On one line, no longer than is shown, and without what turns the direction of the words beside it. */
const brief = (text: string) => {
  const line = text
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
};

/** A name in Hebrew must not draw the subject before it: each is laid out by itself (Unicode TR 9: FSI, PDI). */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** The system takes the direction of a line from its first letters, which may be those of a "Re:" (RLM goes before them). */
const directed = (subject: string) => (subjectDirection(subject) === 'rtl' ? `\u200f${subject}` : subject);

type Named = Pick<Message, 'from' | 'subject'>;

/** `named`: the newest, where their content may be told; null where it may not. */
export function noticeOf(count: number, named: readonly Named[] | null, words: Words): Notice {
  if (!named || named.length === 0) return { title: words.name, body: words.news(count) };
  const said = named.map(({ from, subject }) => ({
    sender: brief(from[0]?.name || from[0]?.email || ''),
    subject: directed(brief(subject)) || words.noSubject,
  }));
  const [only] = said;
  if (count === 1 && only) return { title: only.sender || words.name, body: only.subject };
  const lines = said.map(({ sender, subject }) => words.line(isolated(sender), isolated(subject)));
  const left = count - said.length;
  return { title: words.news(count), body: [...lines, ...(left > 0 ? [words.more(left)] : [])].join('\n') };
}

/** On Linux the text of a notification is markup, with links and pictures (Desktop Notifications Specification, "Markup"), and
 *  Electron hands it on as it is: whoever writes a subject must not write that. A title is text everywhere. */
export const bodyFor = ({ body }: Notice, platform: NodeJS.Platform): string =>
  platform === 'linux' ? body.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : body;
