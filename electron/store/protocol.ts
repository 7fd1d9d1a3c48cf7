// What crosses between the main thread and the store's. Structured clones, and rows as JSON, which takes half the time; a call is answered once, in order, except for
// what takes long to find or to count: that goes on between other calls.
import type { Failure } from '../contract/failure.ts';
import type { FoundPage, Summary } from '../contract/search.ts';
import type { Change } from './change.ts';
import type { FindInput, FoundOnDisk, OrderInput, RowOrder, SearchInput } from './finder.ts';
import type { ReadContext, Reads, SentPage } from './reads.ts';

export type WithRows<Sent> = Omit<Sent, 'rowsJson'> & Pick<FoundPage, 'rows'>;
export type DiskPage = WithRows<SentPage>;

type AllReads = Reads & {
  readonly find: (context: ReadContext, input: FindInput) => DiskPage;
  readonly order: (context: ReadContext, input: OrderInput) => RowOrder;
};
export type ReadName = keyof AllReads;
export type ReadInput<Name extends ReadName> = Parameters<AllReads[Name]>[1];
export type ReadOutput<Name extends ReadName> = ReturnType<AllReads[Name]>;

/** What the worker is given when it starts. */
export interface Beginning {
  /** The database. */
  readonly file: string;
  /** Shared: in its first element, how many calls have been posted that the worker has not taken yet. */
  readonly coming: Int32Array;
}

export type Call = { readonly id: number } & (
  | { readonly name: 'open' }
  | { readonly name: 'close' }
  | { readonly name: 'apply'; readonly input: Change }
  /** Answered with a Summary, or null where a later one has taken its place. */
  | { readonly name: 'summarize'; readonly input: SearchInput }
  | { readonly name: 'find'; readonly input: FindInput }
  | { readonly name: 'order'; readonly input: OrderInput }
  | { readonly name: keyof Reads; readonly input: unknown }
);

export type Summarized = Summary | null;

export type Reply = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  /** `rebuilt`: the database was damaged and an empty one has taken its place. */
  | { readonly ok: false; readonly failure: Failure; readonly rebuilt?: true }
  | { readonly ok: false; readonly error: unknown }
);

export function openPage<Sent extends FoundOnDisk>(sent: Sent): WithRows<Sent> {
  const { rowsJson, ...page } = sent;
  return { ...page, rows: JSON.parse(rowsJson) as FoundPage['rows'] };
}
