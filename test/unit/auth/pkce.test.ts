import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { challengeOf, createPkce, createState, readIntent, sameState } from '../../../electron/auth/pkce.ts';

describe('PKCE', () => {
  test('makes the challenge of RFC 7636, appendix B', () => {
    expect(challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  test('makes a fresh verifier of allowed characters each time', () => {
    const verifiers = Array.from({ length: 100 }, () => createPkce().verifier);
    expect(new Set(verifiers).size).toBe(100);
    for (const verifier of verifiers) expect(verifier).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
  });

  test('hands out the challenge of its own verifier', () => {
    const { verifier, challenge } = createPkce();
    expect(challenge).toBe(challengeOf(verifier));
  });
});

describe('state', () => {
  test('has 32 random bytes, fresh each time', () => {
    const states = Array.from({ length: 100 }, () => createState());
    expect(new Set(states).size).toBe(100);
    for (const state of states) expect(Buffer.from(state, 'base64url')).toHaveLength(32);
  });

  test('carries an intent beside the random part, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (intent) => {
        const state = createState(intent);
        expect(state).toMatch(/^[\w-]{43}\.[\w-]*$/);
        expect(readIntent(state)).toBe(intent);
      }),
    );
    expect(readIntent(createState())).toBeNull();
  });

  test('refuses an intent that would not fit into a URL', () => {
    expect(() => createState('x'.repeat(201))).toThrow(RangeError);
  });

  test('is the same only when all of it is', () => {
    const state = createState('open');
    expect(sameState(state, state)).toBe(true);
    for (const other of ['', state.slice(1), `${state}x`, state.toUpperCase(), createState('open')]) {
      expect(sameState(state, other)).toBe(false);
    }
  });
});
