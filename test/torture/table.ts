// What the campaign found, a row for each fault, as Markdown.
import type { Outcome } from './campaign.ts';

interface Tally {
  runs: number;
  failures: number;
  /** Runs after which messages were counted, those that were right, and those that there should be. */
  counted: number;
  messages: number;
  of: number;
  /** Runs that were right, and what was kept in them. */
  compared: number;
  mailKept: number;
  signInKept: number;
  /** Runs in which somebody looked. */
  looks: number;
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

const empty = (): Tally => ({
  runs: 0,
  failures: 0,
  counted: 0,
  messages: 0,
  of: 0,
  compared: 0,
  mailKept: 0,
  signInKept: 0,
  looks: 0,
  sentences: new Map(),
});

/** Of a run that was wrong nothing is taken for granted, whatever it says that was kept. */
function keptIn(tally: Tally): string {
  const { runs, failures, counted, messages, of, compared, mailKept, signInKept } = tally;
  const wrong = `wrong in ${failures} of ${runs}`;
  const said: string[] = [];
  if (counted > 0) {
    const where = counted === runs ? '' : ` in ${counted} of ${runs} runs`;
    said.push(`${messages.toLocaleString('en')} of ${of.toLocaleString('en')} messages${where}`);
  }
  if (compared > 0) {
    const share = (count: number) => (count === runs ? '' : ` in ${count} of ${runs}`);
    said.push(mailKept === 0 ? 'no mail (it comes again)' : `mail${share(mailKept)}`);
    said.push(signInKept === 0 ? 'sign-in anew' : `sign-in${share(signInKept)}`);
  }
  if (said.length === 0) return failures > 0 ? `not known: ${wrong}` : 'not compared';
  return failures > 0 ? `${said.join(', ')}; ${wrong}` : said.join(', ');
}

function seenIn({ looks, sentences }: Tally): string {
  if (looks === 0) return 'not looked at';
  const seen = [...sentences].filter(([sentence]) => !usual.test(sentence)).sort(([, a], [, b]) => b - a);
  const more = seen.length > mostSentences ? ` (and ${seen.length - mostSentences} more)` : '';
  return seen.length === 0
    ? 'nothing'
    : seen
        .slice(0, mostSentences)
        .map(([sentence]) => sentence)
        .join(' / ') + more;
}

function addKept(tally: Tally, { wrong, kept }: Outcome): void {
  if (kept && 'of' in kept && kept.of > 0) {
    tally.counted++;
    tally.messages += kept.messages;
    tally.of += kept.of;
  }
  if (wrong.length > 0 || !kept || 'of' in kept) return;
  tally.compared++;
  if (kept.mail) tally.mailKept++;
  if (kept.signIn) tally.signInKept++;
}

export function createTable(faults: readonly string[]): Table {
  const tallies = new Map(faults.map((fault) => [fault, empty()]));
  const sum = (of: (tally: Tally) => number) => [...tallies.values()].reduce((total, tally) => total + of(tally), 0);
  return {
    add: (outcome) => {
      const { fault, wrong, sentences } = outcome;
      const tally = tallies.get(fault) ?? empty();
      tallies.set(fault, tally);
      tally.runs++;
      if (wrong.length > 0) tally.failures++;
      addKept(tally, outcome);
      if (sentences) tally.looks++;
      for (const sentence of sentences ?? []) tally.sentences.set(sentence, (tally.sentences.get(sentence) ?? 0) + 1);
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
