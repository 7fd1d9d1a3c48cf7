// Carries one call to Gmail through the account's gate, and again after refusals that pass by themselves.
import { FailureError } from '../contract/failure.ts';
import type { Allowance } from './allowance.ts';
import type { CallOptions } from './api.ts';
import type { Method } from './costs.ts';
import { gmailRefusal, type Refusal } from './errors.ts';
import type { Gate } from './gate.ts';
import { UnreadableReply } from './unreadable.ts';

export interface TransportOptions {
  readonly gate: Gate;
  readonly allowance: Allowance;
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
const tries: Readonly<Record<CallOptions['lane'], number>> = { clicked: 3, visible: 3, recent: 8, background: 8 };
const maxBackoffMs = 64_000;

interface Attempt {
  /** How often before. */
  readonly tried: number;
  /** What the allowance said when it went out. */
  readonly era: number;
  readonly lane: CallOptions['lane'];
  readonly method: Method;
}

export function createTransport({ gate, allowance, now, random, onHeld }: TransportOptions): Transport {
  /** Until when to wait, epoch ms. One refusal holds up the whole account: the quota is the account's. */
  const backOff = (refusal: Refusal, tried: number, era: number): number => {
    const spokenFor = refusal.failure.kind === 'busy' ? refusal.failure.retryAt : 0;
    const own = now() + Math.min(2 ** tried * 1000 + random() * 1000, maxBackoffMs);
    const retryAt = Math.max(spokenFor, own);
    gate.closeFor(retryAt - now());
    onHeld(retryAt);
    if (refusal.tooMuch === 'rate') gate.empty();
    if (refusal.tooMuch) allowance.refused(refusal.tooMuch, era);
    return retryAt;
  };

  /** Comes back after a refusal once the gate is closed for a while; throws where trying again is of no use. */
  const yieldTo = (cause: unknown, { tried, era, lane, method }: Attempt): void => {
    const refusal = cause instanceof FailureError ? undefined : gmailRefusal(cause, now());
    if (!refusal) throw cause;
    if (refusal.ofThisCall && !(refusal.passes && tried === 0)) throw new UnreadableReply({ cause });
    if (!refusal.passes) throw new FailureError(refusal.failure, { cause });
    const retryAt = backOff(refusal, tried, era);
    if (tried + 1 < tries[lane]) return;
    if (refusal.mayBeItsOwn && method === 'getMessage' && tries[lane] > tries.clicked)
      throw new UnreadableReply({ cause });
    throw new FailureError({ kind: 'busy', retryAt }, { cause });
  };

  const run: Transport['run'] = async (method, options, call) => {
    for (let tried = 0; ; tried++) {
      await gate.enter(allowance.costs()[method], options);
      const era = allowance.spend(method);
      try {
        const reply = await call();
        allowance.succeeded();
        return reply;
      } catch (cause) {
        options.signal?.throwIfAborted();
        yieldTo(cause, { tried, era, lane: options.lane, method });
      } finally {
        // After a refusal has closed the gate: leaving lets the next one in.
        gate.leave();
      }
    }
  };

  return { run };
}
