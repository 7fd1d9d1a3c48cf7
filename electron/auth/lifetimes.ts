// Why a grant died, as far as its dates tell. Google says `invalid_grant` and nothing more. Pure.
import type { SignedOutReason } from '../contract/failure.ts';

export interface Lifetime {
  readonly grantedAt: number;
  readonly endedAt: number;
}

export interface Death {
  readonly grantedAt: number;
  readonly lastUsedAt: number;
  /** When it was noticed. */
  readonly diedAt: number;
  readonly expiresAt: number | null;
  /** The account's grants that died before this one. Those that were signed out do not belong here. */
  readonly earlier: readonly Lifetime[];
}

const dayMs = 86_400_000;
/** Six months, the shortest that they can be. */
const unusedMs = 181 * dayMs;

/** A project that is External and in Testing loses its grants after seven days; it is noticed at the next use. */
function livedAWeek(grantedAt: number, endedAt: number): boolean {
  const livedMs = endedAt - grantedAt;
  return livedMs >= 6.5 * dayMs && livedMs <= 8 * dayMs;
}

export function explainDeath(death: Death): SignedOutReason {
  const { grantedAt, lastUsedAt, diedAt, expiresAt, earlier } = death;
  const before = earlier.some((grant) => livedAWeek(grant.grantedAt, grant.endedAt));
  // Once may be chance (a changed password); twice is the project.
  if (before && livedAWeek(grantedAt, diedAt)) return 'testing-expiry';
  if (expiresAt !== null && diedAt >= expiresAt) return 'time-limited';
  if (diedAt - lastUsedAt >= unusedMs) return 'unused';
  return 'refused';
}
