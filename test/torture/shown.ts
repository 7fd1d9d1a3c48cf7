// What a person sees of everything that goes wrong: the sentences of the window, written down as they come. Notices what is no
// sentence of ours: a raw error, or a bug that is called one.
import type { Failure } from '../../electron/contract/failure.ts';
import type { SessionState } from '../../electron/contract/model.ts';
import { detailOf } from '../../renderer/controls/detail.ts';
import { bannerFor } from '../../renderer/status/which-banner.ts';
import { wording } from '../../renderer/wording/wording.ts';

export interface Shown {
  readonly session: (state: SessionState) => void;
  /** A request was refused for this. */
  readonly failure: (failure: Failure) => void;
  /** What another process has seen. */
  readonly add: (sentences: Iterable<string>) => void;
  /** Without their times. */
  readonly sentences: ReadonlySet<string>;
  /** What nobody should have read. */
  readonly raw: readonly string[];
}

/** What a person must never read. */
const rawWords =
  /\bundefined\b|\bnull\b|\[object |\bNaN\b|\b\w*Error\b|\bE[A-Z]{4,}\b|SQLITE|errno|JSON|invalid_|fetch failed|\bat \S+\.[jt]sx?:\d+|\{\{/;

/** Times and numbers differ from run to run. */
const withoutTimes = (sentence: string) =>
  sentence.replace(/\b(?:\w{3} \d{1,2}(?:, \d{4})?, )?\d{1,2}:\d{2}\s?[AP]M/g, '…').replace(/\b\d[\d,.]*\b/g, 'n');

export function isRaw(sentence: string | undefined): boolean {
  return sentence === undefined || sentence.trim() === '' || rawWords.test(sentence);
}

export function createShown(): Shown {
  const sentences = new Set<string>();
  const raw: string[] = [];

  const say = (sentence: string | undefined) => {
    if (isRaw(sentence)) raw.push(`the window says: ${sentence}`);
    else if (sentence !== undefined) sentences.add(withoutTimes(sentence));
  };

  const failure = (what: Failure) => {
    // It has a sentence of its own, and is a bug all the same.
    if (what.kind === 'internal') raw.push('a bug was shown');
    say(wording.failure(what).sentence);
    const detail = detailOf(what);
    if (detail !== null) say(detail);
  };

  return {
    sentences,
    raw,
    failure,
    add: (more) => {
      for (const sentence of more) sentences.add(sentence);
    },
    session: (state) => {
      // Before there is an account, the first screen says other things.
      if (state.account) say(wording.status.connection(state, Date.now()));
      const banner = bannerFor(state, false);
      if (banner && 'wording' in banner) say(banner.wording.sentence);
      for (const { connection } of state.accounts) if (connection.state === 'refused') failure(connection.failure);
      if (state.signIn.state === 'failed') failure(state.signIn.failure);
    },
  };
}
