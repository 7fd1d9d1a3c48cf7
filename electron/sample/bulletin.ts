// What an organisation sends: the same text in plain and HTML, with the headers of bulk mail. Knows nothing of its contents.
import { type Block, firstWords, htmlText, type Look, plainText } from './document.ts';
import type { Category, Correspondent, Letter, Part } from './letter.ts';
import { alternative, html, mixed, plain } from './parts.ts';
import { ada } from './world/people.ts';

export interface Bulletin {
  readonly from: Correspondent;
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly look: Look;
  readonly category: Category;
  readonly form?: 'both' | 'html' | 'plain';
  readonly attachments?: readonly Part[];
  readonly headers?: readonly (readonly [string, string])[];
  readonly labels?: readonly string[];
  readonly replyTo?: string;
  /** A mark in Ada's address, which tells her who gave it away. */
  readonly tag?: string;
}

export function bulletin(bulletin: Bulletin): Letter {
  const { from, subject, blocks, look, category, form = 'both', attachments = [], tag } = bulletin;
  const text = form === 'html' ? firstWords(blocks, look) : plainText(blocks);
  const written =
    form === 'plain'
      ? plain(text)
      : form === 'html'
        ? html(htmlText(blocks, look))
        : alternative(plain(text), html(htmlText(blocks, look)));
  return {
    from,
    to: [tag === undefined ? ada : { ...ada, name: '', email: `ada.lindqvist+${tag}@example.org` }],
    subject,
    body: attachments.length === 0 ? written : mixed(written, ...attachments),
    text,
    category,
    ...(bulletin.headers === undefined ? {} : { headers: bulletin.headers }),
    ...(bulletin.labels === undefined ? {} : { labels: bulletin.labels }),
    ...(bulletin.replyTo === undefined ? {} : { replyTo: bulletin.replyTo }),
  };
}

export function lookOf(organisation: { name: string; colour: string }, layout: Look['layout'] = 'card'): Look {
  return { brand: organisation.name, colour: organisation.colour, direction: 'ltr', language: 'en', layout };
}

/** RFC 2369 and RFC 8058. */
export function leaving(domain: string, list: string): readonly (readonly [string, string])[] {
  return [
    ['List-Unsubscribe', `<https://${domain}/leave/${list}>, <mailto:leave-${list}@${domain}>`],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['List-Id', `<${list}.${domain}>`],
    ['Precedence', 'bulk'],
  ];
}
