import { expect, test } from 'vitest';
import { isUnsandboxed } from '../../electron/sandbox.ts';

test.each([
  ['an installed Porthole', true, ['no-sandbox'], true],
  ['one that is built and started by whoever builds it', false, ['no-sandbox'], false],
  ['an installed one with its sandbox', true, ['user-data-dir'], false],
])('%s refuses to start: %4$s', (_, isPackaged, switches, refuses) => {
  expect(isUnsandboxed({ isPackaged, hasSwitch: (name) => switches.includes(name) })).toBe(refuses);
});
