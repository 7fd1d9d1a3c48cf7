// A million texts through everything that reads a query: `npm run campaign:parse`. Another number may be given, and the
// number of the text to begin at. Prints how many there were, how long they took, and how time grows with length.
import { performance } from 'node:perf_hooks';
import { parse } from '../../electron/search/parse.ts';
import { checkQuery } from './check-query.ts';
import { hostileQueries } from './hostile-queries.ts';

const [count = 1_000_000, seed = 1] = process.argv.slice(2).map(Number);

/** Pieces that brackets, signs and words are repeated of: what a parser that looks twice would choke on. */
const repeated = [
  '(',
  '{(',
  '"',
  '-',
  '+',
  '*',
  '*a',
  'a ',
  'a OR ',
  '-(a ',
  'from:(',
  'a@',
  'a.',
  '1-',
  'label:a ',
  '東',
  ' ',
];
const lengths = [1_000, 10_000, 100_000, 1_000_000];
/** Per character, of the longest against the shortest: a parser that looks at everything twice has 1,000. */
const mostGrowth = 50;

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

let characters = 0;
let longest = 0;
const tookMs = timed(() => {
  let left = count;
  for (const text of hostileQueries(seed)) {
    characters += text.length;
    longest = Math.max(longest, text.length);
    try {
      checkQuery(text, text.length - (left % 7));
    } catch (error) {
      console.error(`text ${count - left} of seed ${seed}: ${JSON.stringify(text)}`);
      throw error;
    }
    if (--left === 0) break;
  }
});
console.log(
  `${count} texts, ${characters} characters, the longest ${longest}: ${(tookMs / 1_000).toFixed(1)} s, all as they should be`,
);

console.log(`\nns per character at ${lengths.join(', ')} characters`);
for (const piece of repeated) {
  const each = lengths.map((length) => {
    const text = piece.repeat(length / piece.length);
    const runs = Math.max(3, 100_000 / length);
    const best = Math.min(...Array.from({ length: runs }, () => timed(() => parse(text, { caret: text.length }))));
    return (best * 1e6) / text.length;
  });
  console.log(`${JSON.stringify(piece).padEnd(12)}${each.map((ns) => ns.toFixed(0).padStart(8)).join('')}`);
  if ((each.at(-1) ?? 0) > mostGrowth * (each[0] ?? 0)) {
    console.error('time grows faster than the text');
    process.exitCode = 1;
  }
}
