// What a message wanted from elsewhere, counted over all of its documents: pure. Knows no wording.
import type { Contact, Picture } from '../../electron/contract/body.ts';
import type { Blocked } from '../../electron/mail/frame.ts';

export interface KeptOut {
  readonly pictures: number;
  readonly trackers: number;
  readonly hosts: number;
}

export function keptOut(all: readonly Blocked[]): KeptOut {
  const sum = (of: (blocked: Blocked) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    pictures: sum(({ pictures }) => pictures),
    trackers: sum(({ trackers }) => trackers),
    hosts: new Set(all.flatMap(({ hosts }) => hosts)).size,
  };
}

export type Refusal = NonNullable<Picture['refused']>;

export interface Outcome {
  readonly shown: number;
  readonly refused: readonly (readonly [why: Refusal, pictures: number])[];
}

/** In the order in which they first occur; what is refused for no reason that is given was not to be had. */
export function outcomeOf(pictures: readonly Picture[]): Outcome {
  const refused = new Map<Refusal, number>();
  for (const { path, refused: why } of pictures) {
    if (path !== null) continue;
    const reason = why ?? 'unreachable';
    refused.set(reason, (refused.get(reason) ?? 0) + 1);
  }
  return { shown: pictures.filter(({ path }) => path !== null).length, refused: [...refused] };
}

export interface Host {
  readonly host: string;
  /** Newest first. */
  readonly contacts: readonly Contact[];
  readonly contacted: boolean;
}

/** One that was refused after it had answered was contacted, too. */
export const wasContacted = ({ outcome, bytes }: Contact) =>
  outcome === 'fetched' || outcome === 'failed' || (outcome === 'refused' && bytes > 0);

/** For the receipt: those that were contacted first. */
export function hostsOf(contacts: readonly Contact[]): readonly Host[] {
  const byHost = Map.groupBy(contacts, ({ host }) => host);
  return [...byHost]
    .map(([host, of]) => ({
      host,
      contacts: of.toSorted((one, other) => other.at - one.at),
      contacted: of.some(wasContacted),
    }))
    .toSorted((one, other) => Number(other.contacted) - Number(one.contacted) || one.host.localeCompare(other.host));
}
