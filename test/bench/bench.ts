// What every group of the bench is given.
import type { Profile } from './profiles.ts';

export interface Bench {
  /** How often whole starts are repeated. */
  readonly rounds: number;
  /** How long a use of the window goes on that is measured as a whole. */
  readonly minutes: number;
  /** One for each size that was asked for, smallest first; made when first asked for. */
  readonly profiles: () => Promise<readonly Profile[]>;
  /** The one that budgets speak of: 100k, or the smallest where that was not asked for. */
  readonly profile: () => Promise<Profile>;
}
