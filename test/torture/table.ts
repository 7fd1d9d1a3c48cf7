// What the campaign found, a row for each fault, as Markdown.
import type { Outcome } from './campaign.ts';

interface Tally {
  runs: number;
  failures: number;
  mailKept: number;
  signInKept: number;
  known: number;
  readonly sentences: Map<string, number>;
}

export interface Table {
  readonly add: (outcome: Outcome) => void;
  readonly runs: () => number;
  readonly failures: () => number;
  /** Rows without a run. */
  readonly missing: () => readonly string[];
  readonly lines: () => readonly string[];
  /** Each distinct one. */
  readonly sentences: () => readonly string[];
}

/** Said whenever all is well. */
const usual = /^(?:Connecting…|Connected|Up to date)/;
const mostSentences = 3;

const empty = (): Tally => ({ runs: 0, failures: 0, mailKept: 0, signInKept: 0, known: 0, sentences: new Map() });

function keptIn({ known, mailKept, signInKept }: Tally): string {
  if (known === 0) return 'all';
  const share = (count: number) => (count === known ? '' : ` in ${count} of ${known}`);
  const mail = mailKept === 0 ? 'no mail (it comes again)' : `mail${share(mailKept)}`;
  const signIn = signInKept === 0 ? 'sign-in anew' : `sign-in${share(signInKept)}`;
  return `${mail}, ${signIn}`;
}

function seenIn({ sentences }: Tally): string {
  const seen = [...sentences].filter(([sentence]) => !usual.test(sentence)).sort(([, a], [, b]) => b - a);
  const more = seen.length > mostSentences ? ` (and ${seen.length - mostSentences} more)` : '';
  return seen.length === 0
    ? 'nothing'
    : seen
        .slice(0, mostSentences)
        .map(([sentence]) => sentence)
        .join(' / ') + more;
}

export function createTable(faults: readonly string[]): Table {
  const tallies = new Map(faults.map((fault) => [fault, empty()]));
  const sum = (of: (tally: Tally) => number) => [...tallies.values()].reduce((total, tally) => total + of(tally), 0);
  return {
    add: ({ fault, wrong, sentences, kept }) => {
      const tally = tallies.get(fault) ?? empty();
      tallies.set(fault, tally);
      tally.runs++;
      if (wrong.length > 0) tally.failures++;
      if (kept) tally.known++;
      if (kept?.mail) tally.mailKept++;
      if (kept?.signIn) tally.signInKept++;
      for (const sentence of sentences) tally.sentences.set(sentence, (tally.sentences.get(sentence) ?? 0) + 1);
    },
    runs: () => sum(({ runs }) => runs),
    failures: () => sum(({ failures }) => failures),
    missing: () => [...tallies].filter(([, { runs }]) => runs === 0).map(([fault]) => fault),
    lines: () => [
      '| fault | what the person sees | what is kept | runs | failures |',
      '|---|---|---|---|---|',
      ...[...tallies].map(
        ([fault, tally]) => `| ${fault} | ${seenIn(tally)} | ${keptIn(tally)} | ${tally.runs} | ${tally.failures} |`,
      ),
    ],
    sentences: () => [...new Set([...tallies.values()].flatMap(({ sentences }) => [...sentences.keys()]))].sort(),
  };
}
