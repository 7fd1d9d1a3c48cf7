// Who does what: a part of the window offers its commands for as long as it is there. Knows neither keys nor words.
import type { CommandId } from './table.ts';

/** False: it is for somebody else to do, who offered the same before. */
export type Run = () => unknown;

const offered = new Map<CommandId, readonly Run[]>();

/** The last that offers it is asked first. Answers what takes the offer back. */
export function offer(id: CommandId, run: Run): () => void {
  offered.set(id, [...(offered.get(id) ?? []), run]);
  return () =>
    offered.set(
      id,
      (offered.get(id) ?? []).filter((one) => one !== run),
    );
}

export const isOffered = (id: CommandId): boolean => (offered.get(id)?.length ?? 0) > 0;

/** Whether anybody has done it. */
export const runCommand = (id: CommandId): boolean =>
  (offered.get(id) ?? []).toReversed().some((run) => run() !== false);
