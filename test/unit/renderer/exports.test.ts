import { afterEach, expect, test } from 'vitest';
import type { ExportState } from '../../../electron/contract/body.ts';
import type { Result } from '../../../electron/contract/failure.ts';
import { startExport, waiting } from '../../../renderer/exports/exports.ts';

const answering = (value: Result<ExportState | null>) => async () => value;
const begun: ExportState = { done: 0, total: 1, state: 'running' };

afterEach(() => waiting.set(false));

test('whoever has begun an export waits for what comes of it, however soon it ends', async () => {
  await startExport({ threadId: '18c' }, answering({ ok: true, value: begun }));
  expect(waiting.read()).toBe(true);
});

test('nobody waits who chose no place, or could not begin', async () => {
  await startExport({ threadId: '18c' }, answering({ ok: true, value: null }));
  await startExport({ threadId: '18c' }, answering({ ok: false, failure: { kind: 'gone' } }));
  expect(waiting.read()).toBe(false);
});
