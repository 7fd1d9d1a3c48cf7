// Carries one call to Gmail through the account's gate, and again after refusals that pass by themselves.
import { FailureError } from '../contract/failure.ts';
import type { CallOptions } from './api.ts';
import type { Costs, Method } from './costs.ts';
import { gmailRefusal, type Refusal } from './errors.ts';
import type { Gate } from './gate.ts';
import { UnreadableReply } from './unreadable.ts';

export interface TransportOptions {
  readonly gate: Gate;
  readonly costs: Costs;
  /** Epoch ms. */
  readonly now: () => number;
  /** 0 to 1, as Math.random. */
  readonly random: () => number;
  /** Gmail asks for patience until this instant, epoch ms. */
  readonly onHeld: (retryAt: number) => void;
}

export interface Transport {
  /** Throws a FailureError for what Gmail refuses, or the signal's reason. */
  readonly run: <T>(method: Method, options: CallOptions, call: () => Promise<T>) => Promise<T>;
}

/** How often one call is tried. A person would rather know; the background has time. */
const tries = { foreground: 3, background: 8 };
const maxBackoffMs = 64_000;

export function createTransport({ gate, costs, now, random, onHeld }: TransportOptions): Transport {
  /** Until when to wait, epoch ms. One refusal holds up the whole account: the quota is the account's. */
  const backOff = (refusal: Refusal, tried: number): number => {
    const spokenFor = refusal.failure.kind === 'busy' ? refusal.failure.retryAt : 0;
    const own = now() + Math.min(2 ** tried * 1000 + random() * 1000, maxBackoffMs);
    const retryAt = Math.max(spokenFor, own);
    gate.closeUntil(retryAt);
    onHeld(retryAt);
    if (refusal.concurrency) gate.halve();
    return retryAt;
  };

  /** Comes back after a refusal once the gate is closed for a while; throws where trying again is of no use. */
  const yieldTo = (cause: unknown, tried: number, lane: CallOptions['lane'], method: Method): void => {
    const refusal = cause instanceof FailureError ? undefined : gmailRefusal(cause, now());
    if (!refusal) throw cause;
    if (refusal.ofThisCall && !(refusal.passes && tried === 0)) throw new UnreadableReply({ cause });
    if (!refusal.passes) throw new FailureError(refusal.failure, { cause });
    const retryAt = backOff(refusal, tried);
    if (tried + 1 < tries[lane]) return;
    if (refusal.mayBeItsOwn && method === 'getMessage' && lane === 'background') throw new UnreadableReply({ cause });
    throw new FailureError({ kind: 'busy', retryAt }, { cause });
  };

  const run: Transport['run'] = async (method, options, call) => {
    for (let tried = 0; ; tried++) {
      await gate.enter(costs[method], options);
      try {
        return await call();
      } catch (cause) {
        options.signal?.throwIfAborted();
        yieldTo(cause, tried, options.lane, method);
      } finally {
        // After a refusal has closed the gate: leaving lets the next one in.
        gate.leave();
      }
    }
  };

  return { run };
}
