// The query language: its grammar, and the tree that a query is parsed into. Types only.
// The tree says what was asked, not how it is answered: no SQL, no time zone, no label ids, no Gmail spelling.

/*
 * query   = { and } ;            (* empty: no filter *)
 * and     = or , { [ "AND" ] , or } ;
 * or      = near , { ( "OR" | "|" ) , near } ;
 * near    = unary , { "AROUND" , int , unary } ;
 * unary   = { "-" | "!" } , primary ;
 * primary = "(" , query , ")" | "{" , { or } , "}" | field | exact | phrase | word ;
 * field   = name , ":" , [ space ] , ( "(" , query , ")" | "{" , { or } , "}" | exact | phrase | bare ) ;
 * exact   = "+" , ( word | phrase ) ;
 * phrase  = '"' , { any - '"' } , ( '"' | end ) ;
 * bare    = one or more of: any character except space " ( ) { } ;   (* a word in "*" is a part, one before "*" a beginning *)
 * word    = bare that is not "known-name:..." ;
 *
 * From loosest to tightest: AND, OR, AROUND, "-" and "+", field. OR, AND and AROUND count in upper case only.
 * Operators: developers.google.com/workspace/gmail/api/guides/filtering and support.google.com/mail/answer/7190.
 */

/** Where something stands in the text that was typed: from the first UTF-16 unit up to, without, the second. */
export type Span = readonly [start: number, end: number];

interface Spanned {
  readonly span: Span;
}

/** Two or more parts, none of them an And itself. */
interface And extends Spanned {
  readonly kind: 'and';
  readonly parts: readonly Query[];
}

/** Two or more parts, none of them an Or itself. */
interface Or extends Spanned {
  readonly kind: 'or';
  readonly parts: readonly Query[];
}

/** Never of a Not. */
interface Not extends Spanned {
  readonly kind: 'not';
  readonly part: Query;
}

export type AddressField = 'from' | 'to' | 'cc' | 'bcc';
/** `any`: subject, body, addresses and attachment names. */
export type TextField = 'any' | 'subject' | AddressField;

/** One or more words in sequence; a single word is the plain case. */
export interface Phrase extends Spanned {
  readonly kind: 'phrase';
  readonly field: TextField;
  /** Lower case. Each holds a letter or digit, and otherwise only `_`, marks, and a point between digits. */
  readonly words: readonly string[];
  /** Quoted, after `+` or before `*`: no variants. Always so for two words or more. */
  readonly exact: boolean;
  /** The last word is the beginning of one: the caret stands at its end, or `*` does. */
  readonly unfinished: boolean;
  /** Typed `word*`, so that it is unfinished wherever the caret stands. Never for two words or more. */
  readonly beginning: boolean;
}

/** `*part*`: what stands inside words, or is one. Ours, Gmail has no such thing. */
export interface Part extends Spanned {
  readonly kind: 'part';
  readonly field: TextField | 'filename';
  /** As a word of a phrase, with two letters or digits at least. */
  readonly part: string;
}

/** Two phrases with at most `within` words between them. */
export interface Around extends Spanned {
  readonly kind: 'around';
  readonly field: TextField;
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly within: number;
  /** Typed inside quotes: left comes first. */
  readonly ordered: boolean;
}

/** A whole address, in lower case. In free text it is also the phrase of its words. */
export interface Address extends Spanned {
  readonly kind: 'address';
  readonly field: 'any' | AddressField;
  readonly address: string;
}

/** What has a point and no `@` (`example.org`): anyone there. Lower case. */
interface Domain extends Spanned {
  readonly kind: 'domain';
  readonly field: AddressField;
  readonly domain: string;
}

/** Any of one's own addresses. */
export interface Me extends Spanned {
  readonly kind: 'me';
  readonly field: AddressField;
}

export interface Label extends Spanned {
  readonly kind: 'label';
  /** As `normaliseLabel` leaves it. */
  readonly name: string;
  readonly unfinished: boolean;
}

export type Place =
  | 'inbox'
  | 'sent'
  | 'draft'
  | 'spam'
  | 'trash'
  | 'starred'
  | 'important'
  | 'unread'
  | 'chat'
  | 'all'
  | 'anywhere'
  | 'archive'
  | 'snoozed'
  | 'scheduled';

export interface In extends Spanned {
  readonly kind: 'in';
  readonly place: Place;
}

export type State =
  | 'unread'
  | 'read'
  | 'starred'
  | 'important'
  | 'sent'
  | 'draft'
  | 'chat'
  | 'spam'
  | 'trash'
  | 'muted'
  | 'snoozed';

interface Is extends Spanned {
  readonly kind: 'is';
  readonly state: State;
}

export type CategoryName = 'primary' | 'social' | 'promotions' | 'updates' | 'forums' | 'reservations' | 'purchases';

interface Category extends Spanned {
  readonly kind: 'category';
  readonly category: CategoryName;
}

type Star =
  | 'yellow-star'
  | 'orange-star'
  | 'red-star'
  | 'purple-star'
  | 'blue-star'
  | 'green-star'
  | 'red-bang'
  | 'orange-guillemet'
  | 'yellow-bang'
  | 'green-check'
  | 'blue-info'
  | 'purple-question';

type LinkedFile = 'drive' | 'document' | 'spreadsheet' | 'presentation' | 'youtube';

export type Feature = 'attachment' | 'userlabels' | 'nouserlabels' | LinkedFile | Star;

interface Has extends Spanned {
  readonly kind: 'has';
  readonly feature: Feature;
}

/** The name of an attachment, or a part of it. */
interface Filename extends Spanned {
  readonly kind: 'filename';
  readonly name: string;
  /** Its last word is the beginning of one: the caret stands at its end. */
  readonly unfinished: boolean;
}

/** The address or id of a mailing list. */
interface List extends Spanned {
  readonly kind: 'list';
  readonly list: string;
  /** As of a file's name. */
  readonly unfinished: boolean;
}

interface DeliveredTo extends Spanned {
  readonly kind: 'deliveredto';
  readonly address: string;
}

interface MessageId extends Spanned {
  readonly kind: 'rfc822msgid';
  /** Without `<>`. */
  readonly id: string;
}

/** `month` and `day` count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day, whose beginning depends on the zone, or an instant in epoch ms. */
export type Moment = CalendarDate | number;

/** `after` includes its moment, `before` does not. */
interface DateBound extends Spanned {
  readonly kind: 'date';
  readonly bound: 'after' | 'before';
  readonly moment: Moment;
}

export type AgeUnit = 'h' | 'd' | 'w' | 'm' | 'y';

interface Age extends Spanned {
  readonly kind: 'age';
  readonly bound: 'newer' | 'older';
  readonly count: number;
  readonly unit: AgeUnit;
}

interface Size extends Spanned {
  readonly kind: 'size';
  readonly bound: 'larger' | 'smaller';
  readonly bytes: number;
}

/** A known operator with a value that it does not have: finds nothing. */
interface Unknown extends Spanned {
  readonly kind: 'unknown';
  readonly operator: 'is' | 'has' | 'category';
  readonly value: string;
}

export type Term =
  | Phrase
  | Part
  | Around
  | Address
  | Domain
  | Me
  | Label
  | In
  | Is
  | Category
  | Has
  | Filename
  | List
  | DeliveredTo
  | MessageId
  | DateBound
  | Age
  | Size
  | Unknown;

export type Query = And | Or | Not | Term;

export type IssueKind =
  /** The term is left out. */
  | 'bad-date'
  | 'bad-age'
  | 'bad-size'
  /** There is no letter or digit in it to search for. The term is left out. */
  | 'no-words'
  /** The operator has no such value: nothing is found by it. */
  | 'unknown-value'
  /** Read as day/month/year, because there is no such month. */
  | 'day-first'
  /** `or`, `and`, `NOT` are words; `OR` and `-` are what was probably meant. */
  | 'operator-as-word'
  /** More terms, or more brackets within brackets, than are read. The rest is left out. */
  | 'too-long'
  | 'too-deep';

export interface Issue extends Spanned {
  readonly kind: IssueKind;
}

export interface ParsedQuery {
  /** As typed. */
  readonly text: string;
  /** `null`: no filter. */
  readonly root: Query | null;
  readonly issues: readonly Issue[];
}
