// The rows of the bench as a table, in text and in Markdown alike.
import { type BudgetName, budgets } from './budgets.ts';
import type { Row } from './figures.ts';

/** Three digits say all that a noisy machine can. */
function written(value: number): string {
  if (!Number.isFinite(value)) return '—';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits)).toLocaleString('en');
}

function budgetText(name: BudgetName): string {
  const { of, bound, value } = budgets[name];
  return `${bound === 'most' ? '≤' : '≥'} ${written(value)}${of === 'ratio' ? '×' : ''}`;
}

function cells({ what, figure, unit, baseline, ratio, budget, met, note }: Row): string[] {
  return [
    note ? `${what} (${note})` : what,
    `${written(figure)} ${unit}`.trim(),
    baseline ? `${baseline.what}: ${written(baseline.figure)}` : '',
    ratio === null ? '' : `${written(ratio)}×`,
    budget ? budgetText(budget) : '',
    met === null ? '' : met ? 'yes' : 'NO',
  ];
}

const heads = ['what', 'figure', 'baseline', 'ratio', 'budget', 'met'];

export function tableOf(rows: readonly Row[]): string {
  const lines = [heads, ...rows.map(cells)];
  const widths = heads.map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const text = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [text[0], rule, ...text.slice(1)].join('\n');
}
