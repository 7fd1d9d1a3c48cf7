// The Gmail client as the app makes it, on a root address and a token of a test's choosing. Time is the test's as well.
import { gmail } from 'googleapis/build/src/apis/gmail/index.js';
import type { GmailApi } from '../../electron/gmail/api.ts';
import { createGmailClient } from '../../electron/gmail/client.ts';
import { type Limits, newProjectCosts, newProjectLimits } from '../../electron/gmail/costs.ts';
import { createGate } from '../../electron/gmail/gate.ts';
import { createTransport } from '../../electron/gmail/transport.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export interface TestClient {
  /** Without a slash at the end. */
  readonly url: string;
  readonly token: string;
  readonly clock: Pick<SimulatedClock, 'now' | 'sleep'>;
  readonly limits?: Limits;
}

export function testGmailClient({ url, token, clock, limits = newProjectLimits }: TestClient): GmailApi {
  const { now, sleep } = clock;
  const headers = { authorization: `Bearer ${token}` };
  const opened = gmail({ version: 'v1', rootUrl: `${url}/`, headers, fetchImplementation: fetch });
  const gate = createGate({ limits, now, sleep });
  return createGmailClient({
    connect: async () => opened,
    authorized: (call) => call(),
    transport: createTransport({ gate, costs: newProjectCosts, now, random: () => 0, onHeld: () => undefined }),
    timeoutMs: 10_000,
  });
}
