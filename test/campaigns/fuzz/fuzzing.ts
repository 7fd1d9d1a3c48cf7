// Gives each target its share of inputs, the same for the same seed.
import fc from 'fast-check';
import { edgeTargets } from './edge-targets.ts';
import { closeLoopback, loopbackTarget } from './loopback-target.ts';
import { mailTargets } from './mail-targets.ts';
import type { Target } from './target.ts';

export const targets: readonly Target[] = [...edgeTargets, loopbackTarget, ...mailTargets];

export interface Fuzzed {
  readonly name: string;
  readonly inputs: number;
  readonly ms: number;
  /** Of the smallest input that fails: what it is and what came of it. Null where there is none. */
  readonly failure: string | null;
}

/** So that one input, however odd, does not hold up all. */
const longestInputMs = 5_000;

export async function fuzz({ name, inputs, run }: Target, count: number, seed: number): Promise<Fuzzed> {
  const began = performance.now();
  const timed = async (input: never) => {
    const at = performance.now();
    await run(input);
    if (performance.now() - at > longestInputMs) throw new Error('it took longer than five seconds');
  };
  const { failed, numRuns, counterexample, errorInstance } = await fc
    .check(fc.asyncProperty(inputs as fc.Arbitrary<never>, timed), { numRuns: count, seed })
    .finally(closeLoopback);
  const failure = failed ? `${fc.stringify(counterexample).slice(0, 2_000)}\n${stackOf(errorInstance)}` : null;
  return { name, inputs: numRuns, ms: performance.now() - began, failure };
}

const stackOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error));
