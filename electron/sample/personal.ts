// What a person's message looks like in their mail program: paragraphs, signature, and how it quotes what it answers.
// Knows nothing of what is said.
import { escapeText } from './document.ts';
import type { Correspondent, Part } from './letter.ts';
import { plainMoment } from './moments.ts';
import { alternative, html, plain } from './parts.ts';
import type { Tongue } from './texts/topic.ts';

export interface Spoken {
  readonly by: Correspondent;
  readonly at: number;
  readonly paragraphs: readonly string[];
  /** With what it quotes. */
  readonly plain: string;
  readonly html: string;
}

type Voice = Pick<Tongue, 'direction' | 'charset' | 'wrote' | 'language'>;

/** Quotations of quotations would grow without end. */
const quotedCharacters = 5_000;

const signatures: Readonly<Record<string, string>> = {
  phone: 'Sent from the small telephone',
  flowed: 'Please write slowly, I read slowly.',
};

function closing(by: Correspondent): readonly string[] {
  if (by.email.endsWith('@harrowlind.example')) {
    return [`-- \n${by.name}\nHarrow & Lind Boatworks, Vikarholm\nhttps://harrowlind.example`];
  }
  const signature = signatures[by.mailer];
  return signature === undefined ? [] : [by.mailer === 'phone' ? signature : `-- \n${signature}`];
}

function attribution(quoted: Spoken, voice: Voice): string {
  return voice.wrote.replace('{date}', plainMoment(quoted.at)).replace('{name}', quoted.by.name);
}

const marked = (text: string): string => `> ${text.replaceAll('\n', '\n> ')}`;

function plainQuote(by: Correspondent, quoted: Spoken, voice: Voice): string {
  const text = quoted.plain.length > quotedCharacters ? quoted.paragraphs.join('\n\n') : quoted.plain;
  if (by.mailer !== 'desk') return `\n\n${attribution(quoted, voice)}\n${marked(text)}`;
  const from = `From: ${quoted.by.name} <${quoted.by.email}>\nSent: ${plainMoment(quoted.at)}`;
  return `\n\n-----Original Message-----\n${from}\n\n${text}`;
}

function htmlQuote(by: Correspondent, quoted: Spoken, voice: Voice): string {
  const inside = quoted.html.length > quotedCharacters * 2 ? htmlParagraphs(quoted.paragraphs) : quoted.html;
  if (by.mailer === 'desk') {
    const from = `<b>From:</b> ${escapeText(quoted.by.name)} &lt;${quoted.by.email}&gt;<br><b>Sent:</b> ${plainMoment(quoted.at)}`;
    return `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0"><p>${from}</p></div>\n${inside}`;
  }
  const who = escapeText(attribution(quoted, voice));
  if (by.mailer === 'cite' || by.mailer === 'phone') {
    return `<div><br><blockquote type="cite"><div>${who}</div><br>${inside}</blockquote></div>`;
  }
  return `<br><div class="gmail_quote"><div dir="${voice.direction}" class="gmail_attr">${who}<br></div>
<blockquote class="gmail_quote" style="margin:0 0 0 0.8ex;border-left:1px solid #ccc;padding-left:1ex">${inside}</blockquote></div>`;
}

function htmlParagraphs(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text) => `<div>${escapeText(text).replaceAll('\n', '<br>\n')}</div>`)
    .join('<div><br></div>\n');
}

/** Lines of at most 72 characters; a space at the end says that the line goes on (RFC 3676). */
function wrapped(text: string, flowed: boolean): string {
  return text.replace(/[^\n]{1,71}(?: |$)/gm, (line, offset: number) => {
    if (!line.endsWith(' ') || text[offset + line.length] === '\n') return line;
    return `${flowed ? line : line.trimEnd()}\n`;
  });
}

function body(by: Correspondent, spoken: Spoken, own: string, quote: string, voice: Voice): Part {
  const hypertext = html(`<div dir="${voice.direction}">${spoken.html}</div>`);
  switch (by.mailer) {
    case 'plain':
      return plain(wrapped(own, false) + quote, `; charset=${voice.charset}`);
    case 'flowed':
      return plain(wrapped(own, true) + quote, `; charset=${voice.charset}; format=flowed`);
    case 'lower':
      return hypertext;
    default:
      return alternative(plain(spoken.plain), hypertext);
  }
}

export interface Utterance {
  readonly spoken: Spoken;
  readonly body: Part;
  /** What the snippet is made of. */
  readonly text: string;
}

export function utter(
  by: Correspondent,
  at: number,
  paragraphs: readonly string[],
  voice: Voice,
  quoted?: Spoken,
): Utterance {
  const all = [...paragraphs, ...closing(by)];
  const own = all.join('\n\n');
  const quote = quoted === undefined ? '' : plainQuote(by, quoted, voice);
  const spoken: Spoken = {
    by,
    at,
    paragraphs,
    plain: own + quote,
    html: htmlParagraphs(all) + (quoted === undefined ? '' : htmlQuote(by, quoted, voice)),
  };
  return {
    spoken,
    body: body(by, spoken, own, quote, voice),
    text: by.mailer === 'lower' ? all.join(' ') : spoken.plain,
  };
}
