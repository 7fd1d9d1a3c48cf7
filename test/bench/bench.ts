// What every group of the bench is given.
import type { Profile } from './profiles.ts';

export interface Bench {
  /** How often whole starts are repeated. */
  readonly rounds: number;
  /** One for each size that was asked for, smallest first; made when first asked for. */
  readonly profiles: () => Promise<readonly Profile[]>;
  /** The one that budgets speak of: 100k, or the smallest where that was not asked for. */
  readonly profile: () => Promise<Profile>;
}
