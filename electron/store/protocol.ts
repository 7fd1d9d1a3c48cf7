// What crosses between the main thread and the store's. Structured clones; a call is answered once, in order.
import type { Failure } from '../contract/failure.ts';
import type { Reads } from './reads.ts';
import type { Change } from './writes.ts';

export type ReadName = keyof Reads;
export type ReadInput<Name extends ReadName> = Parameters<Reads[Name]>[1];
export type ReadOutput<Name extends ReadName> = ReturnType<Reads[Name]>;

export type Call = { readonly id: number } & (
  | { readonly name: 'open' }
  | { readonly name: 'close' }
  | { readonly name: 'apply'; readonly input: Change }
  | { readonly name: ReadName; readonly input: unknown }
);

export type Reply = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  /** `rebuilt`: the database was damaged and an empty one has taken its place. */
  | { readonly ok: false; readonly failure: Failure; readonly rebuilt?: true }
  | { readonly ok: false; readonly error: unknown }
);
