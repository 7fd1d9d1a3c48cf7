import { expect, test } from 'vitest';
import { isUnsandboxed } from '../../electron/sandbox.ts';

test.each([
  ['an installed Porthole', true, ['no-sandbox'], true],
  ['one that is built and started by whoever builds it', false, ['no-sandbox'], false],
  ['an installed one with its sandbox', true, ['user-data-dir'], false],
])('%s with what it is given does not start: %#', (_, isPackaged, switches, refuses) => {
  expect(isUnsandboxed({ isPackaged, hasSwitch: (name) => switches.includes(name) })).toBe(refuses);
});
