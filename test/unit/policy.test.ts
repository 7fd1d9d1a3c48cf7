// The organisation's file: followed as a whole, or by its strictest reading.
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noRules, readRules, rulesFile } from '../../electron/policy.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const file = path.join(folder, 'policy.json');
const client = { installed: { client_id: 'id', client_secret: 'secret', project_id: 'project' } };

function read(content: unknown) {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readRules(file);
}
/** A newer Porthole would come without the file. */
const renewedByOthers = { ...noRules.shown, updates: 'never' };
const isStrict = ({ shown, client: brought, check }: ReturnType<typeof readRules>) => {
  expect(shown).toMatchObject({ unreadable: true, client: true, remotePictures: 'never', updates: 'never' });
  expect(brought).toBeUndefined();
  expect(() => check()).toThrow('not-permitted');
  expect(() => check('ada@example.org')).toThrow('not-permitted');
};

describe('a policy file', () => {
  test('that is not there fixes nothing', () => {
    writeFileSync(path.join(folder, 'a-file'), '');
    for (const absent of ['nowhere.json', 'nowhere/policy.json', 'a-file/policy.json'])
      expect(readRules(path.join(folder, absent))).toBe(noRules);
    expect(() => noRules.check('anybody@example.org')).not.toThrow();
    expect(noRules.cacheLimit(5)).toBe(5);
  });

  test.skipIf(process.platform === 'win32')('that is a link to nowhere is there, and is read most strictly', () => {
    const link = path.join(folder, 'link.json');
    symlinkSync(path.join(folder, 'far', 'policy.json'), link);
    isStrict(readRules(link));
    // The control: the same link, once something is where it leads.
    mkdirSync(path.join(folder, 'far'));
    writeFileSync(path.join(folder, 'far', 'policy.json'), '{}');
    expect(readRules(link).shown).toEqual(renewedByOthers);
  });

  test('fixes what it names, and nothing else', () => {
    expect(read({}).shown).toEqual(renewedByOthers);
    const rules = read({
      organisation: ' Example Ltd ',
      client,
      remotePictures: 'never',
      cacheLimit: 1_000,
    });
    expect(rules.shown).toEqual({
      organisation: 'Example Ltd',
      client: true,
      allowedDomains: null,
      remotePictures: 'never',
      cacheLimit: 1_000,
      updates: 'never',
      unreadable: false,
    });
    expect(rules.client).toMatchObject({ kind: 'installed', clientId: 'id', clientSecret: 'secret' });
    expect([rules.cacheLimit(5_000), rules.cacheLimit(10)]).toEqual([1_000, 10]);
    expect(JSON.stringify(rules.shown)).not.toContain('secret');
  });

  test.each([
    ['ada@example.org', true],
    ['ADA@EXAMPLE.ORG', true],
    ['ada@sub.example.org', false],
    ['ada@example.org.evil.example', false],
    ['ada@evil-example.org', false],
    ['example.org@evil.example', false],
    ['"a@example.org"@evil.example', false],
    ['example.org', false],
    ['', false],
  ])('that allows example.org has for %s: %s', (email, allowed) => {
    const { check } = read({ allowedDomains: ['Example.org'] });
    if (allowed) expect(() => check(email)).not.toThrow();
    else expect(() => check(email)).toThrow('not-permitted');
  });

  test.each([
    ['no JSON', '{ "remotePictures": '],
    ['nothing', ''],
    ['a list', '[]'],
    ['a rule that nobody knows', { remoteImages: 'never' }],
    ['a rule that says something else', { remotePictures: 'always' }],
    ['a rule about what it settles by being there', { updates: 'ask' }],
    ['no domains at all', { allowedDomains: [] }],
    ['a domain that is none', { allowedDomains: ['*'] }],
    ['an address for a domain', { allowedDomains: ['ada@example.org'] }],
    ['a limit below nothing', { cacheLimit: -1 }],
    ['a client that is none', { client: { installed: { client_id: 'id' } } }],
    ['too much of it', { organisation: 'x'.repeat(200_000) }],
    ['a name with a line in it', { organisation: 'Example\nLtd' }],
    ['a name that turns what follows round', { organisation: 'Example \u202eLtd' }],
  ])('with %s is followed by its strictest reading', (_, content) => isStrict(read(content)));

  test('that can’t be read is, too', () => {
    const place = path.join(folder, 'folder.json');
    mkdirSync(place);
    isStrict(readRules(place));
  });

  test.skipIf(process.platform === 'win32')('that never ends is not read', () => {
    isStrict(readRules('/dev/zero'));
    const pipe = path.join(folder, 'pipe.json');
    execFileSync('mkfifo', [pipe]);
    isStrict(readRules(pipe));
  });

  test('never throws, and is open only where it says so', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const rules = read(text);
        const isEmpty = /^\s*\{\s*\}\s*$/.test(text);
        return rules.shown.unreadable || isEmpty;
      }),
      { numRuns: 300 },
    );
  });

  test('is the one beside a packaged Porthole, whatever it is started with', () => {
    expect(rulesFile('/resources', '/elsewhere.json', true)).toBe(path.join('/resources', 'policy.json'));
    expect(rulesFile('/resources', '/elsewhere.json', false)).toBe('/elsewhere.json');
  });
});
