// Five million inputs through whatever reads what is not ours: `npm run campaign:fuzz`. Another number may be given, a seed, and
// a part of a target's name. Prints what each target took, and how time grows with length.
import { fuzz, targets } from './fuzz/fuzzing.ts';
import { growth } from './fuzz/growth.ts';

const [count = '5100000', seed = '1', only = ''] = process.argv.slice(2);
const lengths = [1_000, 10_000, 100_000];

const wanted = targets.filter(({ name }) => name.includes(only));
const shares = targets.reduce((sum, { share }) => sum + share, 0);
let inputs = 0;
let failures = 0;
const began = performance.now();
for (const target of wanted) {
  const fuzzed = await fuzz(target, Math.ceil((Number(count) * target.share) / shares), Number(seed));
  inputs += fuzzed.inputs;
  const each = `${((fuzzed.ms * 1_000) / fuzzed.inputs).toFixed(0)} µs each`;
  console.log(`${fuzzed.name.padEnd(34)}${String(fuzzed.inputs).padStart(9)}  ${each}`);
  if (fuzzed.failure === null) continue;
  failures++;
  console.error(fuzzed.failure);
}
console.log(
  `\n${inputs} inputs in ${((performance.now() - began) / 60_000).toFixed(1)} min, ${failures} targets failed, seed ${seed}`,
);

const backwards = (text: string) => {
  let count = 0;
  for (let to = 0; to < text.length; to++) for (let at = 0; at < to; at++) if (text.charCodeAt(at) === 0x62) count++;
  return count;
};
const quadratic = { what: 'a control that looks back at everything', pieces: ['a'], read: backwards };
// V8 has compiled it before it is measured: interpreted, a short text seems to take as long as a long one.
backwards('a'.repeat(5_000));
const [control] = growth([100, 1_000, 40_000], [quadratic]);
if (!control?.isTooMuch) {
  failures++;
  console.error('what looks at everything again and again was not noticed');
}

let worst = { what: '', piece: '', ns: 0 };
for (const { what, piece, each, isTooMuch } of growth(lengths)) {
  const ns = each.at(-1) ?? 0;
  if (ns > worst.ns) worst = { what, piece, ns };
  if (!isTooMuch) continue;
  failures++;
  const said = each.map((one) => one.toFixed(0)).join(', ');
  console.error(`${what}: time grows faster than ${JSON.stringify(piece)} repeated: ${said} ns a character`);
}
console.log(
  `At ${lengths.at(-1)} characters the slowest is ${worst.what} of ${JSON.stringify(worst.piece)}: ${worst.ns.toFixed(0)} ns a character`,
);
process.exitCode = failures > 0 ? 1 : 0;
