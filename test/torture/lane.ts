// A process that runs what it is given: so one core more is of use, and a crash costs the runs of one process and is noticed.
import { type Outcome, runOnce } from './campaign.ts';
import { rows } from './rows.ts';

export interface Order {
  readonly row: number;
  readonly seed: number;
  readonly number: number;
  readonly folder: string;
}
export type Report = { readonly order: Order; readonly outcome: Outcome } | { readonly unexpected: string };

const send = (report: Report) => void process.send?.(report);
const unexpected = (error: unknown) =>
  send({ unexpected: error instanceof Error ? (error.stack ?? error.message) : String(error) });

// What nobody has caught would end the program, or leave it half alive.
process.on('uncaughtException', unexpected);
process.on('unhandledRejection', unexpected);
// Whoever gave the orders is no more.
process.on('disconnect', () => process.exit());

process.on('message', async (order: Order) => {
  const row = rows[order.row];
  if (!row) throw new RangeError('no such row');
  send({ order, outcome: await runOnce({ ...order, row }) });
});
