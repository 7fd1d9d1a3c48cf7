import { expect, test } from 'vitest';
import { type Trust, trustSystem } from '../../../electron/network/system-trust.ts';

const lists: Readonly<Record<string, string[]>> = { default: ['a', 'b'], system: ['b', 'company'] };

test('whom the system trusts is trusted besides, each once', () => {
  const set: string[][] = [];
  trustSystem({
    getCACertificates: (which = 'default') => lists[which] ?? [],
    setDefaultCACertificates: (certificates) => void set.push([...certificates] as string[]),
  });
  expect(set).toEqual([['a', 'b', 'company']]);
});

test.each(['getCACertificates', 'setDefaultCACertificates'] as const)(
  'a system without %s is no failure',
  (lacking) => {
    const trust: Trust = { getCACertificates: () => [], setDefaultCACertificates: () => undefined };
    const fail = () => {
      throw new TypeError('not a function');
    };
    expect(() => trustSystem({ ...trust, [lacking]: fail })).not.toThrow();
  },
);
