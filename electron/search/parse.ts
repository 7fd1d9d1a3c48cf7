// Query text → tree: the grammar of query.ts by recursive descent, with what may happen while somebody types.
// Total: every text has a tree, in time that grows with its length. Knows neither labels nor the clock.
import { lex, type Token } from './lex.ts';
import type { Operator } from './operators.ts';
import { insideWords } from './parts.ts';
import type { Issue, IssueKind, ParsedQuery, Phrase, Query, Span } from './query.ts';
import { Room } from './room.ts';
import { makeTerm, type Value } from './terms.ts';
import { and, around, childrenOf, not, or } from './tree.ts';

/**
 * Levels of a tree. The parser of FTS5 has a stack of 100 and needs three of it for a level. Less than the brackets that
 * the lexer lets through, so that a printed tree is read as a whole.
 */
const tallestTree = 20;

export interface ParseOptions {
  /** Where the caret stands: what ends there is taken for the beginning of a word. */
  readonly caret?: number;
  /** Whether words that are not quoted are found inside words. */
  readonly partsOfWords?: boolean;
}

const operatorsAsWords: ReadonlySet<string> = new Set(['or', 'and', 'NOT']);

class Parser {
  private readonly tokens: readonly Token[];
  private readonly caret: number | undefined;
  readonly issues: Issue[];
  private readonly heights = new WeakMap<Query, number>();
  private at = 0;
  /** Signs before what is read now. */
  private signs = 0;
  private readonly room = new Room();

  constructor(text: string, { caret }: ParseOptions) {
    const { tokens, issues } = lex(text);
    this.tokens = tokens;
    this.issues = [...issues];
    this.caret = caret;
  }

  private get token(): Token | undefined {
    return this.tokens[this.at];
  }

  private is(...kinds: readonly Token['kind'][]): boolean {
    return this.token !== undefined && kinds.includes(this.token.kind);
  }

  private issue(kind: IssueKind, span: Span): void {
    const saidBefore = (kind === 'too-long' || kind === 'too-deep') && this.issues.some((said) => said.kind === kind);
    if (!saidBefore) this.issues.push({ kind, span });
  }

  private spanFrom(start: Token | undefined): Span {
    const from = start?.span[0] ?? 0;
    return [from, this.tokens[this.at - 1]?.span[1] ?? from];
  }

  /** Drops what would make the tree too tall. */
  private measured(query: Query | null): Query | null {
    if (query === null) return null;
    const height = 1 + Math.max(0, ...childrenOf(query).map((child) => this.heights.get(child) ?? 1));
    if (height > tallestTree) {
      this.issue('too-deep', query.span);
      return null;
    }
    this.heights.set(query, height);
    return query;
  }

  /** Terms up to the bracket that closes their group, which is left standing. Between braces any of them will do. */
  query(field: Operator | null, join: typeof and | typeof or = and): Query | null {
    const start = this.token;
    const parts: (Query | null)[] = [];
    while (this.token && !this.is('close')) {
      if (this.is('and')) this.at++;
      else parts.push(this.or(field));
    }
    return this.measured(join(parts, this.spanFrom(start)));
  }

  private or(field: Operator | null): Query | null {
    const start = this.token;
    const parts: (Query | null)[] = [];
    do {
      while (this.is('or')) this.at++;
      if (this.token && !this.is('close', 'and')) parts.push(this.near(field));
    } while (this.is('or'));
    return this.measured(or(parts, this.spanFrom(start)));
  }

  private near(field: Operator | null): Query | null {
    const start = this.token;
    let left = this.unary(field);
    while (this.token?.kind === 'around') {
      const { within } = this.token;
      this.at++;
      if (!this.startsTerm()) continue;
      const right = this.unary(field);
      const span = this.spanFrom(start);
      left = nearby(left, right, within, span) ?? this.measured(and([left, right], span));
    }
    return left;
  }

  private startsTerm(): boolean {
    return this.token !== undefined && !this.is('close', 'and', 'or', 'around');
  }

  private unary(field: Operator | null): Query | null {
    const start = this.token;
    let negated = false;
    while (this.token?.kind === 'not') {
      const end = this.token.span[1];
      this.at++;
      // A sign that touches nothing negates nothing.
      negated = this.token?.span[0] === end && this.startsTerm();
    }
    if (negated) this.signs++;
    const part = this.startsTerm() ? this.primary(field) : null;
    if (negated) this.signs--;
    return part && negated ? this.measured(not(part, this.spanFrom(start))) : part;
  }

  private primary(field: Operator | null): Query | null {
    const { token } = this;
    if (token?.kind === 'field') return this.field(token.operator);
    if (token?.kind === 'bare' && operatorsAsWords.has(token.text)) this.issue('operator-as-word', token.span);
    return this.value(field, token);
  }

  /** A group whose opening bracket is next. */
  private group(field: Operator | null, bracket: '(' | '{'): Query | null {
    this.at++;
    const inside = this.query(field, bracket === '(' ? and : or);
    this.at++;
    return inside;
  }

  private field(operator: Operator): Query | null {
    const start = this.token;
    this.at++;
    return this.is('open', 'exact', 'phrase', 'bare') ? this.value(operator, start) : null;
  }

  /** `start` is the token at which the term begins: its field, or the value itself. */
  private value(field: Operator | null, start: Token | undefined): Query | null {
    if (this.token?.kind === 'open') return this.group(field, this.token.bracket);
    const exact = this.is('exact');
    if (exact) this.at++;
    const { token } = this;
    this.at++;
    if (token?.kind !== 'phrase' && token?.kind !== 'bare') return null;
    const span = this.spanFrom(start);
    const quoted = token.kind === 'phrase';
    const closed = quoted && token.span[1] - token.span[0] === token.text.length + '""'.length;
    const unfinished = this.caret === span[1] && !closed;
    return this.term(field, { text: token.text, quoted, exact, unfinished, excluded: this.signs > 0, span });
  }

  private term(field: Operator | null, value: Value): Query | null {
    const { query, issue } = makeTerm(field, value);
    if (issue) this.issue(issue, value.span);
    if (query === null) return null;
    if (!this.room.takes(query)) {
      this.issue('too-long', value.span);
      return null;
    }
    return this.measured(query);
  }
}

/** How far the beginning of a word is from another, nobody can tell: while it is typed both are wanted, wherever they stand. */
const isPhrase = (query: Query | null): query is Phrase => query?.kind === 'phrase' && !query.unfinished;

function nearby(left: Query | null, right: Query | null, within: number, span: Span): Query | undefined {
  if (!isPhrase(left) || !isPhrase(right) || left.field !== right.field) return undefined;
  return around({ field: left.field, left: left.words, right: right.words, within, ordered: false, span });
}

export function parse(text: string, options: ParseOptions = {}): ParsedQuery {
  const parser = new Parser(text, options);
  const root = parser.query(null);
  return { text, root: root && options.partsOfWords ? insideWords(root) : root, issues: parser.issues };
}
