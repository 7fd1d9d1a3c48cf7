// A token that is given back: what is sent, and what comes of each answer.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { revokeToken } from '../../../electron/auth/revoke.ts';
import { refuse, type Script, type ScriptedGoogle, startScripted } from './scripted-google.ts';

let google: ScriptedGoogle;
beforeEach(async () => {
  google = await startScripted();
});
afterEach(() => google.close());

const revoke = () => revokeToken({ token: '1//kept', revokeUrl: google.endpoints.revokeUrl, fetch });

test('is sent by form, and in no address', async () => {
  google.script('/revoke', {});
  expect(await revoke()).toBe('revoked');
  expect(google.asked.map(({ path, form }) => [path, Object.fromEntries(form)])).toEqual([
    ['/revoke', { token: '1//kept' }],
  ]);
});

test.each<[string, Script, string]>([
  ['refused', refuse('invalid_token'), 'refused'],
  ['cut off', 'cut', 'unreachable'],
  ['out of order', { status: 503 }, 'unreachable'],
  ['asked for patience', { status: 429 }, 'unreachable'],
  ['sent elsewhere', { status: 307, headers: { Location: '/mail' } }, 'unreachable'],
])('that is %s is said to be so, and nothing is thrown', async (_name, script, outcome) => {
  google.script('/revoke', script);
  expect(await revoke()).toBe(outcome);
  expect(google.asked).toHaveLength(1);
});
