// What is written, before it becomes mail. The envelope makes Gmail's JSON of it; kinds write it.
import type { Pace, Rhythm } from './moments.ts';
import type { Random } from './random.ts';

/** How somebody's mail program writes headers and quotes. */
export type MailerName = 'web' | 'phone' | 'desk' | 'cite' | 'plain' | 'flowed' | 'lower' | 'robot';

export interface Correspondent {
  readonly name: string;
  readonly email: string;
  /** Minutes east of Greenwich. */
  readonly zone: number;
  readonly mailer: MailerName;
}

export interface Part {
  /** Lower case, without parameters. */
  readonly type: string;
  /** What follows the type in Content-Type: `; charset="UTF-8"`. */
  readonly parameters?: string;
  readonly text?: string;
  /** A text that Gmail gives only when it is asked for it. */
  readonly onDemand?: string;
  /** Of an attachment, whose bytes are not there. */
  readonly size?: number;
  readonly filename?: string;
  readonly contentId?: string;
  /** The headers of a message inside the message. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly parts?: readonly Part[];
}

export type Category = 'PERSONAL' | 'SOCIAL' | 'PROMOTIONS' | 'UPDATES' | 'FORUMS';

export interface Letter {
  readonly from: Correspondent;
  readonly to: readonly Correspondent[];
  readonly cc?: readonly Correspondent[];
  readonly bcc?: readonly Correspondent[];
  readonly replyTo?: string;
  readonly sender?: string;
  readonly subject: string;
  readonly body: Part;
  /** What one reads first: the snippet is its beginning. */
  readonly text: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly category: Category;
  /** Names of user labels. */
  readonly labels?: readonly string[];
  readonly draft?: boolean;
  readonly spam?: boolean;
  /** Ada has answered it, so she has read it. */
  readonly answered?: boolean;
  /** Which message of the thread it answers, counted from 0. */
  readonly answers?: number;
}

/** Writes the next message of a thread. */
export type Write = (at: number, turn: number) => Letter;

/** Where a thread stands among all others. */
export interface Place {
  /** How many messages it has. */
  readonly length: number;
  /** How many of its kind were dealt before it, so that a kind can go through its choices evenly. */
  readonly nth: number;
}

export interface Kind {
  readonly rhythm: Rhythm;
  readonly pace: Pace;
  /** How many messages a thread of this kind has: the choices, equally likely. */
  readonly lengths: readonly number[];
  readonly begin: (random: Random, place: Place) => Write;
}

/** A kind whose threads are one message long. */
export function single(rhythm: Rhythm, write: (random: Random, at: number, nth: number) => Letter): Kind {
  return {
    rhythm,
    pace: 'days',
    lengths: [1],
    begin:
      (random, { nth }) =>
      (at) =>
        write(random, at, nth),
  };
}
