// One conversation under way: who speaks, to whom, about what. Knows nothing of how often conversations come.
import { fill, settle } from '../fill.ts';
import type { Correspondent, Letter } from '../letter.ts';
import { attachment, mixed } from '../parts.ts';
import { type Spoken, utter } from '../personal.ts';
import { dealer, type Random } from '../random.ts';
import { briefs, english, joins } from '../texts/english.ts';
import type { Tongue, Topic } from '../texts/topic.ts';
import { ada, type Person } from '../world/people.ts';

/** Who writes each message, and who is in it by then. */
export interface Cast {
  readonly authors: readonly Person[];
  readonly present: readonly (readonly Person[])[];
}

export function castOf(random: Random, first: Person, others: readonly Person[], length: number): Cast {
  const waiting = random.shuffled(others.filter((person) => person !== first));
  let present: Person[] = [ada, first];
  if (others.length > 3 && random.chance(0.35)) present.push(...waiting.splice(0, random.int(1, 3)));
  const authors: Person[] = [];
  const presence: Person[][] = [];
  for (let turn = 0; turn < length; turn += 1) {
    const last = authors[turn - 1];
    const adasTurn = last !== ada && random.chance(turn === 0 ? 0.22 : 0.5);
    const free = turn === 0 ? [first] : present.filter((person) => person !== last);
    authors.push(adasTurn ? ada : random.pick(free));
    const joiner = turn > 0 && length > 3 && random.chance(0.1) ? waiting.pop() : undefined;
    if (joiner !== undefined) present = [...present, joiner];
    presence.push(present);
  }
  return { authors, present: presence };
}

/** People write Ada's address in their own ways. */
function addressed(random: Random, person: Correspondent): Correspondent {
  if (person !== ada || random.chance(0.7)) return person;
  return { ...ada, name: random.pick(['', 'Ada', 'Lindqvist, Ada', 'ada.lindqvist@example.org']) };
}

const spaceless = new Set(['ja', 'zh']);

export class Talk {
  readonly #random: Random;
  readonly #tongue: Tongue;
  readonly #topic: Topic;
  readonly #cast: Cast;
  readonly #slots: Record<string, string>;
  readonly #subject: string;
  /** Those to the point; each is said once. */
  readonly #replies: string[];
  readonly #anyAnswer: () => string;
  readonly #brief: () => string;
  readonly #said: Spoken[] = [];

  constructor(random: Random, tongue: Tongue, topic: Topic, cast: Cast) {
    this.#random = random;
    this.#tongue = tongue;
    this.#topic = topic;
    this.#cast = cast;
    this.#slots = settle(topic.keep, tongue.words, random);
    this.#subject = this.#say(random.pick(topic.subjects));
    this.#replies = random.shuffled(topic.replies);
    this.#anyAnswer = dealer(random, tongue.replies);
    this.#brief = dealer(random, briefs);
  }

  write(at: number, turn: number): Letter {
    const author = this.#cast.authors[turn] ?? ada;
    const answers = this.#answered(turn);
    const quoted = answers === undefined ? undefined : this.#said[answers];
    const present = (this.#cast.present[turn] ?? []).filter((person) => person !== author);
    const to = present.find((person) => person === quoted?.by) ?? present[0] ?? ada;
    const isBrief = turn > 0 && this.#tongue === english && this.#random.chance(0.08);
    const paragraphs = isBrief ? [this.#brief()] : this.#paragraphs(turn, author, to, present.length > 2);
    const shown = isBrief && this.#random.chance(0.6) ? undefined : quoted;
    const uttered = utter(author, at, paragraphs, this.#tongue, shown);
    this.#said.push(uttered.spoken);
    return {
      from: author,
      to: [addressed(this.#random, to)],
      cc: present.filter((person) => person !== to).map((person) => addressed(this.#random, person)),
      subject: turn === 0 ? this.#subject : this.#tongue.re + this.#subject,
      body: this.#enclosing(uttered.body),
      text: uttered.text,
      category: 'PERSONAL',
      labels: this.#topic.labels,
      answered: this.#cast.authors.includes(ada, turn + 1),
      draft: turn > 0 && this.#isLast(turn) && author === ada && this.#random.chance(0.07),
      ...(answers === undefined ? {} : { answers }),
    };
  }

  #say(template: string, names?: Record<string, string>): string {
    const slots = names === undefined ? this.#slots : { ...this.#slots, ...names };
    return fill(template, this.#tongue.words, this.#random, slots);
  }

  #isLast(turn: number): boolean {
    return turn === this.#cast.authors.length - 1;
  }

  /** Mostly the message before, now and then an earlier one. */
  #answered(turn: number): number | undefined {
    if (turn === 0) return undefined;
    return this.#random.chance(0.88) ? turn - 1 : this.#random.int(0, turn - 1);
  }

  #enclosing(body: Letter['body']): Letter['body'] {
    const { files } = this.#topic;
    if (files === undefined || !this.#random.chance(0.16)) return body;
    return mixed(body, attachment(this.#random.pick(files), this.#random.int(9_000, 2_400_000)));
  }

  #paragraphs(turn: number, author: Person, to: Person, many: boolean): string[] {
    const random = this.#random;
    const isEnglish = this.#tongue === english;
    const nick = (person: Person): string => (person === ada ? this.#tongue.ada : person.nick);
    const names = { to: many && isEnglish ? 'all' : nick(to), me: nick(author) };
    const result: string[] = [];
    if (random.chance(turn === 0 ? 0.85 : 0.3)) result.push(this.#say(random.pick(this.#tongue.hello), names));
    if (isEnglish) result.push(...this.#introduction(turn));
    result.push(turn === 0 ? this.#say(random.pick(this.#topic.open)) : this.#reply());
    if (random.chance(0.6)) result.push(this.#say(random.pick(this.#tongue.bye), names));
    if (random.chance(0.14)) result.push(this.#say(random.pick(this.#tongue.postscripts)));
    return result;
  }

  /** Of somebody who is taken in with this message. */
  #introduction(turn: number): string[] {
    const before = this.#cast.present[turn - 1];
    const joiner = this.#cast.present[turn]?.find((person) => !(before ?? [person]).includes(person));
    return joiner === undefined ? [] : [this.#say(this.#random.pick(joins), { joiner: joiner.nick })];
  }

  #reply(): string {
    const random = this.#random;
    const first = this.#say((random.chance(0.72) ? this.#replies.pop() : undefined) ?? this.#anyAnswer());
    if (!random.chance(0.4)) return first;
    const second = this.#say((random.chance(0.5) ? this.#replies.pop() : undefined) ?? this.#anyAnswer());
    const space = spaceless.has(this.#tongue.language) ? '' : ' ';
    return first + (random.chance(0.4) ? '\n\n' : space) + second;
  }
}
