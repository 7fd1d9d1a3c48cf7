// An address header as names and addresses: RFC 5322 with all that it calls obsolete, and what real mail writes instead. It is our
// own because it says who wrote a message: a reader that ends an address at a blank, where the standard reads on, shows another's.
// What is no address stays in sight as a name, and what could be two is two.
import type { Address } from '../contract/model.ts';

interface Piece {
  readonly kind: 'text' | 'quoted' | 'comment' | 'angle';
  /** As it was written, without the brackets of comments and angles. */
  readonly raw: string;
  readonly shown: string;
  /** Something stands between it and the one before. */
  readonly apart: boolean;
}

type Separator = ',' | ':' | ';';
type Bracket = '"' | '(' | '<';

/** Pieces that nothing parts. `plain`: with a letter for what is quoted, where `@` and dots are letters like others. */
type Word = Omit<Piece, 'kind'> & { readonly plain: string };

/** Those whose end was looked for in vain. They are characters like others from there on: looking again takes for ever. */
type Unclosed = Set<string>;

const blank = /[ \t\r\n]/;
/** A run of it, with a host that is a number (`@[IPv6:…]`) whole. */
const text = /(?:[^ \t\r\n"(<,:;@]|@(?:\[[^[\]<>"(), \t\r\n]{0,100}\])?)+|[\s\S]/y;
const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y;

const isSeparator = (character: string): character is Separator => ',:;'.includes(character);
const isBracket = (character: string): character is Bracket => '"(<'.includes(character);
const unescaped = (written: string) => written.replace(/\\([\s\S])/g, '$1');

function matchAt(pattern: RegExp, header: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(header);
}

/** Behind the comment that begins there, and all within it; -1 where it does not end. */
function endOfComment(header: string, begin: number): number {
  let depth = 0;
  for (let at = begin; at < header.length; at += 1) {
    const character = header[at];
    if (character === '\\') at += 1;
    else if (character === '(') depth += 1;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return -1;
}

/** Behind the quoted string that begins there. */
function endOfQuoted(header: string, begin: number, unclosed: Unclosed): number {
  if (unclosed.has('"')) return -1;
  const found = matchAt(quoted, header, begin);
  if (!found) unclosed.add('"');
  return found ? begin + found[0].length : -1;
}

function endOfAngle(header: string, begin: number, unclosed: Unclosed): number {
  for (let at = begin; at < header.length; at += 1) {
    if (header[at] === '>') return at + 1;
    if (header[at] === '"') at = Math.max(at, endOfQuoted(header, at, unclosed) - 1);
  }
  return -1;
}

const ends: Readonly<Record<Bracket, typeof endOfAngle>> = { '"': endOfQuoted, '(': endOfComment, '<': endOfAngle };
const kinds: Readonly<Record<Bracket, Piece['kind']>> = { '"': 'quoted', '(': 'comment', '<': 'angle' };

function* lex(header: string): Generator<Piece | Separator> {
  const unclosed: Unclosed = new Set();
  let apart = false;
  for (let at = 0; at < header.length; ) {
    const character = header[at] ?? '';
    const end = isBracket(character) && !unclosed.has(character) ? ends[character](header, at, unclosed) : undefined;
    if (end !== undefined && end > 0 && isBracket(character)) {
      const inside = header.slice(at + 1, end - 1);
      const kind = kinds[character];
      yield { kind, raw: kind === 'quoted' ? header.slice(at, end) : inside, shown: unescaped(inside), apart };
      apart = kind === 'comment';
      at = end;
      continue;
    }
    if (end === -1) unclosed.add(character);
    if (isSeparator(character)) yield character;
    // Of an angle that has only one end, or one too many.
    if (isSeparator(character) || blank.test(character) || character === '<' || character === '>') {
      apart = true;
      at += 1;
      continue;
    }
    const raw = matchAt(text, header, at)?.[0] ?? character;
    yield { kind: 'text', raw, shown: raw, apart };
    apart = false;
    at += raw.length;
  }
}

function wordsOf(pieces: readonly Piece[]): readonly Word[] {
  const words: Word[] = [];
  let apart = true;
  for (const piece of pieces) {
    const { kind, raw, shown } = piece;
    const isBetween = kind === 'comment' || kind === 'angle';
    const before = apart || piece.apart || isBetween ? undefined : words.pop();
    apart = isBetween;
    if (isBetween) continue;
    words.push({
      raw: (before?.raw ?? '') + raw,
      shown: (before?.shown ?? '') + shown,
      plain: (before?.plain ?? '') + (kind === 'quoted' ? 'q' : raw),
      apart: before?.apart ?? true,
    });
  }
  return words;
}

/** The words of which each may be one address: around `@` there may be blanks and comments, and around the dots behind it. Around
 *  those before it as well, where nothing else is there (`isAlone`): else a name ends there (`Doe J. j@x.org`). */
function chainsOf(words: readonly Word[], isAlone: boolean): readonly (readonly Word[])[] {
  const chains: Word[][] = [];
  for (const word of words) {
    const chain = chains.at(-1);
    const ends = isAlone || (chain && isAddress(chain)) ? /[.@]$/ : /@$/;
    const goesOn = chain && (ends.test(chain.at(-1)?.plain ?? '') || /^[.@]/.test(word.plain));
    if (goesOn) chain.push(word);
    else chains.push([word]);
  }
  return chains;
}

/** Those of one address, if they are; else of each that is among them. */
function addressChains(words: readonly Word[]): readonly (readonly Word[])[] {
  const whole = chainsOf(words, true);
  return whole.length === 1 ? whole : chainsOf(words, false);
}

const isAddress = (chain: readonly Word[]) => chain.some(({ plain }) => plain.includes('@'));
const written = (chain: readonly Word[]) => chain.map(({ raw }) => raw).join('');

function nameOf(words: readonly Word[], comments: readonly Piece[]): string {
  const name = words.map(({ shown }) => shown.trim()).join(' ');
  return (name || comments.map(({ shown }) => shown).join(' ')).trim();
}

/** What is in angle brackets, of which a route (`@a,@b:`) is nobody's address. One word may be that of a mailbox on a machine. */
function readAngle(inside: string): { readonly emails: readonly string[]; readonly rest: readonly Word[] } {
  const route = /^[ \t\r\n]*@[^:"<(]*:/.exec(inside)?.[0] ?? '';
  const parts: Piece[][] = [[]];
  for (const piece of lex(inside.slice(route.length))) {
    if (piece === ':') parts.at(-1)?.push({ kind: 'text', raw: piece, shown: piece, apart: false });
    else if (typeof piece === 'string') parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  const chains = parts.flatMap((part) => addressChains(wordsOf(part)));
  const isOne = chains.length === 1;
  const emails = chains.filter((chain) => isOne || isAddress(chain)).map(written);
  const rest = chains.filter((chain) => !isOne && !isAddress(chain)).flat();
  return { emails: emails.length > 0 ? emails : [''], rest };
}

/** One, as it should be; where it names more than one address, each. A comment is the name of one that has no other. */
function* mailboxes(pieces: readonly Piece[]): Generator<Address> {
  const comments = pieces.filter(({ kind }) => kind === 'comment');
  const angles = pieces.flatMap(({ kind }, at) => (kind === 'angle' ? [at] : []));
  for (const [index, at] of angles.entries()) {
    // What stands behind the last belongs to it.
    const around = pieces.slice((angles[index - 1] ?? -1) + 1, at === angles.at(-1) ? undefined : at);
    const { emails, rest } = readAngle(pieces[at]?.raw ?? '');
    const name = nameOf([...wordsOf(around), ...rest], angles.length === 1 ? comments : []);
    yield* emails.map((email, nth) => ({ name: nth === 0 ? name : '', email }));
  }
  if (angles.length > 0) return;
  const chains = addressChains(wordsOf(pieces));
  const emails = chains.filter(isAddress).map(written);
  const name = nameOf(chains.filter((chain) => !isAddress(chain)).flat(), emails.length > 1 ? [] : comments);
  yield* emails.map((email, nth) => ({ name: nth === 0 ? name : '', email }));
  if (emails.length === 0 && name !== '') yield { name, email: '' };
}

/** In their order. Groups are flattened to their members; one that has none is a name. */
export function* readAddresses(header: string): Generator<Address> {
  let pieces: Piece[] = [];
  let group: readonly Word[] = [];
  for (const piece of [...lex(header), ';' as const]) {
    if (typeof piece !== 'string') {
      pieces.push(piece);
      continue;
    }
    if (piece === ':') group = wordsOf(pieces);
    else {
      const hasMember = pieces.some(({ kind }) => kind !== 'comment');
      if (hasMember || group.length === 0) yield* mailboxes(pieces);
      // Whatever its name looks like, it is none of an author.
      else if (piece === ';') yield { name: nameOf(group, []), email: '' };
      if (hasMember || piece === ';') group = [];
    }
    pieces = [];
  }
}
