// The grammar of Gmail's search box: text in, tree out. Never throws; what makes no sense is dropped.
// Knows no message and no label. Written apart from the app's own parser, so that the two can be held against each other.
//
// query   = and            and  = or { ["AND"] or }        or = near { ("OR" | "|") near }
// near    = unary ["AROUND" int unary]                     unary = {"-" | "!"} primary
// primary = "(" query ")" | "{" {or} "}" | field | ["+"] (phrase | word)

export interface TextTerm {
  readonly kind: 'text';
  /** The operator before the colon, in lower case; null for words that stand alone. */
  readonly field: string | null;
  readonly text: string;
  readonly quoted: boolean;
  /** Written with `+`: no variants. */
  readonly exact: boolean;
}

export type Query =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | {
      readonly kind: 'near';
      readonly left: TextTerm;
      readonly right: TextTerm;
      readonly within: number;
      readonly ordered: boolean;
    }
  | TextTerm;

const fieldNames: ReadonlySet<string> = new Set(
  (
    'from to cc bcc subject label l in is category has filename list deliveredto rfc822msgid after newer before older ' +
    'newer_than older_than larger smaller size'
  ).split(' '),
);

const deepest = 100;

export function parseQuery(text: string): Query {
  return new Parser(text.replace(/[“”„‟«»＂]/g, '"')).query(null, 0) ?? { kind: 'and', parts: [] };
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Up to the end, or up to a closing bracket where one is open. */
  query(field: string | null, depth: number): Query | null {
    const parts: Query[] = [];
    while (!this.#ended(depth)) {
      if (this.#takeWord('AND')) continue;
      const part = this.#or(field, depth);
      if (part) parts.push(part);
    }
    return combine('and', parts);
  }

  #ended(depth: number): boolean {
    this.#skipSpace();
    // A closing bracket that nothing opened is dropped.
    while (depth === 0 && /[)}]/.test(this.#peek())) {
      this.#at += 1;
      this.#skipSpace();
    }
    return this.#at >= this.#text.length || (depth > 0 && /[)}]/.test(this.#peek()));
  }

  #or(field: string | null, depth: number): Query | null {
    const parts: Query[] = [];
    do {
      if (this.#ended(depth)) break;
      const part = this.#near(field, depth);
      if (part) parts.push(part);
    } while (!this.#ended(depth) && this.#takeOr());
    return combine('or', parts);
  }

  #near(field: string | null, depth: number): Query | null {
    const left = this.#unary(field, depth);
    if (this.#ended(depth) || !this.#takeWord('AROUND')) return left;
    this.#skipSpace();
    const within = /^\d+(?=[\s)}]|$)/.exec(this.#text.slice(this.#at, this.#at + 12))?.[0];
    this.#at += within?.length ?? 0;
    const right = this.#ended(depth) ? null : this.#unary(field, depth);
    if (left?.kind === 'text' && right?.kind === 'text' && within !== undefined) {
      return { kind: 'near', left, right, within: Number(within), ordered: false };
    }
    return combine(
      'and',
      [left, right].filter((part) => part !== null),
    );
  }

  #unary(field: string | null, depth: number): Query | null {
    let negated = false;
    while (/[-!]/.test(this.#peek())) {
      negated = true;
      this.#at += 1;
    }
    if (negated && /[\s)}]|^$/.test(this.#peek())) return null;
    const part = this.#primary(field, depth);
    return part && negated ? { kind: 'not', part } : part;
  }

  #primary(field: string | null, depth: number): Query | null {
    const next = this.#peek();
    if (next === '(' || next === '{') return this.#group(field, depth);
    if (next === '"') return this.#phrase(field, false);
    if (next === '+') {
      this.#at += 1;
      if (this.#peek() === '"') return this.#phrase(field, true);
      return term(field, this.#bare(), false, true);
    }
    const bare = this.#bare();
    const colon = bare.indexOf(':');
    const name = bare.slice(0, Math.max(colon, 0)).toLowerCase();
    if (fieldNames.has(name)) {
      this.#at -= bare.length - colon - 1;
      return this.#value(name, depth);
    }
    if (['OR', 'AND', 'AROUND', '|'].includes(bare)) return null;
    return term(field, bare, false, false);
  }

  #value(name: string, depth: number): Query | null {
    // Google's own API guide writes a space after the colon here and there.
    if (/\s/.test(this.#peek())) this.#skipSpace();
    const next = this.#peek();
    if (next === '' || /[)}]/.test(next)) return null;
    if (next === '(' || next === '{') return this.#group(name, depth);
    if (next === '"') return this.#phrase(name, false);
    if (next === '+') {
      this.#at += 1;
      if (this.#peek() === '"') return this.#phrase(name, true);
      return term(name, this.#bare(), false, true);
    }
    return term(name, this.#bare(), false, false);
  }

  #group(field: string | null, depth: number): Query | null {
    const any = this.#peek() === '{';
    this.#at += 1;
    // Deeper than anybody writes: the bracket is dropped and its content read as if it stood here.
    if (depth >= deepest) return null;
    const inner = any ? this.#alternatives(field, depth + 1) : this.query(field, depth + 1);
    if (/[)}]/.test(this.#peek())) this.#at += 1;
    return inner;
  }

  #alternatives(field: string | null, depth: number): Query | null {
    const parts: Query[] = [];
    while (!this.#ended(depth)) {
      if (this.#takeWord('AND') || this.#takeWord('OR') || this.#takeWord('|')) continue;
      const part = this.#near(field, depth);
      if (part) parts.push(part);
    }
    return combine('or', parts);
  }

  #phrase(field: string | null, exact: boolean): Query | null {
    const end = this.#text.indexOf('"', this.#at + 1);
    const text = this.#text.slice(this.#at + 1, end < 0 ? undefined : end);
    this.#at = end < 0 ? this.#text.length : end + 1;
    const around = /^(.+?)\s+AROUND\s+(\d{1,6})\s+(.+)$/s.exec(text);
    const left = around && term(field, around[1] ?? '', true, exact);
    const right = around && term(field, around[3] ?? '', true, exact);
    if (left && right) return { kind: 'near', left, right, within: Number(around[2]), ordered: true };
    return term(field, text, true, exact);
  }

  #bare(): string {
    const bare = /^[^\s"(){}]*/.exec(this.#text.slice(this.#at))?.[0] ?? '';
    this.#at += bare.length;
    return bare;
  }

  /** One `OR` or several in a row. */
  #takeOr(): boolean {
    const from = this.#at;
    while (this.#takeWord('OR') || this.#takeWord('|')) this.#skipSpace();
    return this.#at > from;
  }

  #takeWord(word: string): boolean {
    const after = this.#text[this.#at + word.length] ?? ' ';
    if (!this.#text.startsWith(word, this.#at) || !/[\s"(){}]/.test(after)) return false;
    this.#at += word.length;
    return true;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#peek())) this.#at += 1;
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }
}

function term(field: string | null, text: string, quoted: boolean, exact: boolean): TextTerm | null {
  return text.trim() === '' ? null : { kind: 'text', field, text: text.trim(), quoted, exact };
}

function combine(kind: 'and' | 'or', parts: readonly Query[]): Query | null {
  const [only] = parts;
  if (!only) return null;
  return parts.length === 1 ? only : { kind, parts };
}
