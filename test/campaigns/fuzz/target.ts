// What a target of the fuzzing is.
import type fc from 'fast-check';

export interface Target {
  readonly name: string;
  /** Of all inputs, against the other targets': the more it takes, the fewer it gets. */
  readonly share: number;
  readonly inputs: fc.Arbitrary<unknown>;
  /** Throws where something is not as it must be. */
  readonly run: (input: never) => void | Promise<void>;
}

export function target<Input>(
  name: string,
  share: number,
  inputs: fc.Arbitrary<Input>,
  run: (input: Input) => void | Promise<void>,
): Target {
  return { name, share, inputs, run };
}

export function claim(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
