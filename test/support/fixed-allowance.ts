// Limits that are known for sure, of which nothing is to be learnt.
import type { Allowance } from '../../electron/gmail/allowance.ts';
import { type Costs, type Limits, plans } from '../../electron/gmail/costs.ts';

export function fixedAllowance(limits: Limits, costs: Costs = plans[0].costs): Allowance {
  return {
    limits: () => limits,
    costs: () => costs,
    unitsAtFirst: limits.burstUnits,
    spend: () => 0,
    refused: () => undefined,
    succeeded: () => undefined,
    heldUp: () => undefined,
  };
}
