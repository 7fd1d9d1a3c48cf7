// Gives runs to as many processes as are of use, and says what came of them.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Outcome } from './campaign.ts';
import type { Order, Report } from './lane.ts';
import { rows } from './rows.ts';

const lane = new URL('./lane.ts', import.meta.url);
/** In one process: they wait more than they compute. */
const atOnce = 5;
/** A process is not asked for more: what it has loaded and cached would say nothing about a program that was just started. */
const mostRuns = 60;

export interface LanesOptions {
  readonly orders: readonly Order[];
  /** In ms from now: what has not begun by then does not. */
  readonly untilMs: number;
  readonly onOutcome: (outcome: Outcome) => void;
}

async function one(left: Order[], isLate: () => boolean, onOutcome: LanesOptions['onOutcome']): Promise<void> {
  const child: ChildProcess = fork(lane, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const underWay = new Map<string, Order>();
  const keyOf = ({ row, number }: Order) => `${row} ${number}`;
  let begun = 0;
  const next = () => {
    while (underWay.size < atOnce && begun < mostRuns && !isLate()) {
      const order = left.shift();
      if (!order) break;
      begun++;
      underWay.set(keyOf(order), order);
      child.send(order);
    }
    if (underWay.size === 0) child.disconnect();
  };
  const failed = (order: Order, why: string) =>
    onOutcome({
      fault: rows[order.row]?.fault ?? '',
      number: order.number,
      wrong: [why],
      sentences: undefined,
      kept: undefined,
      ms: 0,
    });
  await new Promise<void>((resolve) => {
    child.on('message', (report: Report) => {
      if ('unexpected' in report) {
        // Nobody knows whose it was; one of those that are under way answers for it.
        const [order] = underWay.values();
        if (order) failed(order, `unexpected: ${report.unexpected}`);
        return;
      }
      underWay.delete(keyOf(report.order));
      onOutcome(report.outcome);
      next();
    });
    child.once('exit', (code, signal) => {
      for (const order of underWay.values()) failed(order, `the process ended: ${signal ?? code}`);
      resolve();
    });
    next();
  });
}

export async function runLanes({ orders, untilMs, onOutcome }: LanesOptions): Promise<void> {
  const left = [...orders];
  const end = performance.now() + untilMs;
  const isLate = () => performance.now() > end;
  const keepOn = async () => {
    while (left.length > 0 && !isLate()) await one(left, isLate, onOutcome);
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, keepOn));
}
