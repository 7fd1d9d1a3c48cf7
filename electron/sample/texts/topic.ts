// What a topic of conversation is made of, in any language.
import type { Words } from '../fill.ts';
import type { Circle } from '../world/people.ts';

export interface Topic {
  /** Who talks about it; nobody in particular where a whole language shares it. */
  readonly circles: readonly Circle[];
  readonly labels: readonly string[];
  /** Slots that stay the same throughout a conversation. */
  readonly keep: readonly string[];
  readonly subjects: readonly string[];
  readonly open: readonly string[];
  readonly replies: readonly string[];
  /** What is attached now and then. */
  readonly files?: readonly string[];
}

/** Everything needed to hold a conversation in one language. */
export interface Tongue {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What its mail often claims to be encoded in. Gmail hands over UTF-8 whatever it says. */
  readonly charset: string;
  readonly words: Words;
  /** Ada's name as it is written there. */
  readonly ada: string;
  readonly hello: readonly string[];
  readonly bye: readonly string[];
  /** Introduces a quotation; {date} and {name} are given. */
  readonly wrote: string;
  readonly re: string;
  readonly topics: readonly Topic[];
  /** Short answers that suit any topic. */
  readonly replies: readonly string[];
  readonly postscripts: readonly string[];
  readonly gazette?: Gazette;
}

/** A newsletter in that language. */
export interface Gazette {
  readonly name: string;
  readonly domain: string;
  readonly colour: string;
  readonly subjects: readonly string[];
  readonly paragraphs: readonly string[];
  readonly more: string;
  readonly leave: string;
}
