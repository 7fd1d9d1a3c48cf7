// One figure of the bench, and whether it is what it must be.
import { type Budget, type BudgetName, budgets } from './budgets.ts';

export interface Measured {
  readonly what: string;
  readonly figure: number;
  readonly unit: string;
  /** What it is compared with, measured in the same run. */
  readonly baseline?: { readonly what: string; readonly figure: number };
  readonly budget?: BudgetName;
  readonly note?: string;
  /** What it is made of, for whoever looks into the file. */
  readonly parts?: Readonly<Record<string, number>>;
}

export interface Row extends Measured {
  readonly ratio: number | null;
  /** Null: there is no budget. */
  readonly met: boolean | null;
}

function holds(budget: Budget, { figure }: Measured, ratio: number | null): boolean {
  const value = budget.of === 'ratio' ? ratio : figure;
  // What could not be measured has not been reached.
  if (value === null || !Number.isFinite(value)) return false;
  return budget.bound === 'most' ? value <= budget.value : value >= budget.value;
}

export function judge(measured: Measured): Row {
  const { baseline, budget } = measured;
  const ratio = baseline && baseline.figure > 0 ? measured.figure / baseline.figure : null;
  return { ...measured, ratio, met: budget ? holds(budgets[budget], measured, ratio) : null };
}

/** The value that a share of all values does not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
