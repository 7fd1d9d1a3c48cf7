// The Gmail client as the app makes it, on a root address and a token of a test's choosing. Time is the test's as well.
import { gmail } from 'googleapis/build/src/apis/gmail/index.js';
import type { Allowance } from '../../electron/gmail/allowance.ts';
import type { GmailApi } from '../../electron/gmail/api.ts';
import { createGmailClient } from '../../electron/gmail/client.ts';
import { createGate } from '../../electron/gmail/gate.ts';
import type { Reader } from '../../electron/gmail/reader.ts';
import { createTransport } from '../../electron/gmail/transport.ts';
import { fixedAllowance } from './fixed-allowance.ts';
import { openTestReader } from './reader.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export interface TestClient {
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
  readonly clock: Pick<SimulatedClock, 'now' | 'sleep'>;
  /** Without limits unless given. */
  readonly allowance?: Allowance;
  readonly onMalformed?: (id: string) => void;
  readonly onLeftOut?: (entries: number) => void;
  readonly fetch?: typeof fetch;
  /** One of its own unless given. */
  readonly reader?: Reader;
}

/** As if the quota had no end: it has tests of its own. */
export const withoutLimits = () =>
  fixedAllowance({ unitsPerSecond: 1e6, burstUnits: 1e6, reserveUnits: 0, concurrency: 4 });

export function testGmailClient(options: TestClient): GmailApi {
  const { url, token, allowance = withoutLimits(), onMalformed, onLeftOut, reader = openTestReader() } = options;
  const { now, sleep } = options.clock;
  const headers = { authorization: `Bearer ${token}` };
  const opened = gmail({ version: 'v1', rootUrl: `${url}/`, headers, fetchImplementation: options.fetch ?? fetch });
  const gate = createGate({ limits: allowance.limits, ticks: now, sleep });
  return createGmailClient({
    connect: async () => opened,
    authorized: (call) => call(),
    transport: createTransport({ gate, allowance, now, random: () => 0, onHeld: () => undefined }),
    reader,
    rates: () => ({ costs: allowance.costs(), unitsPerSecond: allowance.limits().unitsPerSecond }),
    onMalformed: onMalformed ?? (() => undefined),
    onLeftOut: onLeftOut ?? (() => undefined),
    timeoutMs: 10_000,
  });
}
