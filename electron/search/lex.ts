// Query text → tokens. Every text has tokens: brackets come out in pairs, and signs that begin nothing are gone.
// Knows which names are operators, not what they take.
import { type Operator, operatorNamed } from './operators.ts';
import type { Issue, Span } from './query.ts';
import { straightened } from './quotes.ts';

interface Spanned {
  readonly span: Span;
}

export type Token = Spanned &
  (
    | { readonly kind: 'open' | 'close'; readonly bracket: '(' | '{' }
    | { readonly kind: 'and' | 'or' | 'not' | 'exact' }
    | { readonly kind: 'around'; readonly within: number }
    | { readonly kind: 'field'; readonly operator: Operator }
    | { readonly kind: 'phrase' | 'bare'; readonly text: string }
  );

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly issues: readonly Issue[];
}

/** Far beyond what anybody types, and shallow enough to be walked by recursion. */
const deepestBracket = 100;
const space = /\s+/y;
const bareText = /[^\s"(){}]+/y;
const fieldName = /([a-z0-9_]+):/iy;
const aroundNumber = /AROUND\s+(\d+)(?![^\s"(){}])/y;
const keyword = /(OR|AND|AROUND)(?![^\s"(){}])/y;

class Lexer {
  private readonly text: string;
  private readonly tokens: Token[] = [];
  private readonly issues: Issue[] = [];
  private readonly open: { readonly bracket: '(' | '{'; readonly shown: boolean }[] = [];
  private at = 0;

  constructor(text: string) {
    this.text = straightened(text);
  }

  run(): Tokens {
    while (this.at < this.text.length) this.next();
    const end: Span = [this.at, this.at];
    for (const { bracket, shown } of this.open.reverse())
      if (shown) this.tokens.push({ kind: 'close', bracket, span: end });
    return { tokens: this.tokens, issues: this.issues };
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text);
  }

  /** The span of the next so many characters, which are thereby read. */
  private take(length: number): Span {
    this.at += length;
    return [this.at - length, this.at];
  }

  private next(): void {
    const character = this.text.charAt(this.at);
    const gap = this.match(space);
    if (gap) this.take(gap[0].length);
    else if (character === '(' || character === '{') this.opening(character);
    else if (character === ')' || character === '}') this.closing(character === ')' ? '(' : '{');
    else if (character === '"') this.phrase();
    else if (character === '-' || character === '!') this.tokens.push({ kind: 'not', span: this.take(1) });
    else if (character === '|') this.tokens.push({ kind: 'or', span: this.take(1) });
    else if (character === '+') this.exact();
    else this.word();
  }

  private opening(bracket: '(' | '{'): void {
    const shown = this.open.length < deepestBracket;
    const span = this.take(1);
    this.open.push({ bracket, shown });
    if (shown) this.tokens.push({ kind: 'open', bracket, span });
    else if (this.open.length === deepestBracket + 1) this.issues.push({ kind: 'too-deep', span });
  }

  private closing(bracket: '(' | '{'): void {
    const span = this.take(1);
    if (this.open.at(-1)?.bracket !== bracket) return;
    if (this.open.pop()?.shown) this.tokens.push({ kind: 'close', bracket, span });
  }

  private phrase(): void {
    const found = this.text.indexOf('"', this.at + 1);
    const end = found < 0 ? this.text.length : found;
    const text = this.text.slice(this.at + 1, end);
    this.tokens.push({ kind: 'phrase', text, span: this.take(Math.min(end + 1, this.text.length) - this.at) });
  }

  private bare(): void {
    const [text] = this.match(bareText) ?? [''];
    if (text !== '') this.tokens.push({ kind: 'bare', text, span: this.take(text.length) });
  }

  /** `+` belongs to the word or phrase that touches it. */
  private exact(): void {
    const span = this.take(1);
    if (this.fieldHere()) return;
    if (this.text.charAt(this.at) === '"') {
      this.tokens.push({ kind: 'exact', span });
      this.phrase();
    } else if (this.match(bareText)) {
      this.tokens.push({ kind: 'exact', span });
      this.bare();
    }
  }

  private fieldHere(): { readonly operator: Operator; readonly length: number } | undefined {
    const name = this.match(fieldName);
    const operator = name?.[1] === undefined ? undefined : operatorNamed(name[1]);
    return name && operator ? { operator, length: name[0].length } : undefined;
  }

  private word(): void {
    const field = this.fieldHere();
    if (field) {
      this.tokens.push({ kind: 'field', operator: field.operator, span: this.take(field.length) });
      this.value();
      return;
    }
    const around = this.match(aroundNumber);
    if (around) {
      this.tokens.push({ kind: 'around', within: Number(around[1]), span: this.take(around[0].length) });
      return;
    }
    const [operator] = this.match(keyword) ?? [''];
    if (operator === '') this.bare();
    else if (operator === 'AROUND') this.take(operator.length);
    else this.tokens.push({ kind: operator === 'OR' ? 'or' : 'and', span: this.take(operator.length) });
  }

  /** Touching its colon, a value may look like anything; behind a space only what can't be read otherwise is one. */
  private value(): void {
    const gap = this.match(space);
    if (gap) this.take(gap[0].length);
    const character = this.text.charAt(this.at);
    if ('"(){}'.includes(character)) return;
    if (character === '+') this.exact();
    else if (!gap) this.bare();
    else if (!'-!|'.includes(character) && !this.match(keyword) && !this.fieldHere()) this.bare();
  }
}

export function lex(text: string): Tokens {
  return new Lexer(text).run();
}
