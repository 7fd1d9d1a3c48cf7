import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import { below, createLog } from '../../electron/log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let folders = 0;
const emptyFolder = () => path.join(root, String(++folders));

function logged(write: (log: ReturnType<typeof createLog>) => void) {
  const folder = emptyFolder();
  write(createLog(folder, () => 0));
  return readFileSync(path.join(folder, 'porthole.log'), 'utf8');
}

test('a bug is found by its reference, with its place and its cause', () => {
  let reference = '';
  const text = logged((log) => {
    reference = log.bug(new TypeError('x', { cause: new RangeError('y') }));
  });
  expect(text).toContain(`bug ${reference}`);
  expect(text).toMatch(/TypeError\n\s+at test\/unit\/log\.test\.ts:\d+:\d+\n/);
  expect(text).toMatch(/caused by\n\s+RangeError/);
});

test('of an error that the system knows, its code is written, and of a failure its kind', () => {
  const full = Object.assign(new Error('no room for /home/ada/mail.db'), { code: 'ENOSPC' });
  const strange = Object.assign(new Error('x'), { code: 'SECRET' });
  const text = logged((log) => {
    log.bug(full);
    log.bug(strange);
    log.bug(new FailureError({ kind: 'sign-in-abandoned', problem: 'denied', detail: 'ada@example.org' }));
  });
  expect(text).toMatch(/Error ENOSPC\n/);
  expect(text).toContain('FailureError sign-in-abandoned\n');
  expect(text).not.toMatch(/SECRET|ada/);
});

test('no message of an error is written, whatever it quotes', () => {
  const error = new Error('ya29.secret\nSubject: hello\n  at ease (with ada@example.org:1:2)', {
    cause: 'Bearer ya29.other',
  });
  const text = logged((log) => log.bug(error));
  expect(text).not.toMatch(/ya29|Subject|Bearer|ada@/);
  // The control: the error does carry them.
  expect(`${error.message}${error.cause}`).toMatch(/ya29[\s\S]*ada@[\s\S]*Bearer/);
});

test('nor one that was changed after the stack was taken, nor a function’s name, nor a folder above the program’s', () => {
  const error = new Error('a\n    at secret (/home/ada/secret:1:2)\n    at ada@example.org:3:4');
  expect(error.stack).toContain('ada@');
  error.message = 'another';
  const text = logged((log) => log.bug(error));
  expect(text).not.toMatch(/secret|ada|\/home|\/work/);
  expect(text).toContain('at elsewhere');
  expect(text).toContain('at test/unit/log.test.ts:');
});

test.each([
  ['/opt/Porthole/app.asar', 'file:///opt/Porthole/app.asar/dist/main/main.js', path.posix, 'dist/main/main.js'],
  ['/home/Zoë X/p', 'file:///home/Zo%C3%AB%20X/p/dist/main.js', path.posix, 'dist/main.js'],
  ['/opt/p', '/opt/p/dist/main.js', path.posix, 'dist/main.js'],
  ['C:\\Program Files\\P', 'file:///C:/Program%20Files/P/dist/main.js', path.win32, 'dist/main.js'],
  ['C:\\P', 'C:\\P\\dist\\main.js', path.win32, 'dist/main.js'],
  ['/opt/p', 'file:///opt/private/main.js', path.posix, undefined],
  ['/opt/p', 'file:///opt/%2Fp/main.js', path.posix, undefined],
])('below %s, %s is %s', (folder, where, how, rest) => {
  expect(below(folder, where, how, how === path.win32)).toBe(rest);
});

test('an unreadable cause takes away nothing of what it caused', () => {
  const error = new TypeError('x', { cause: new Proxy(new Error('y'), { get: boom }) });
  const text = logged((log) => log.bug(error));
  expect(text).toMatch(/TypeError\n {4}at test\/unit\/log\.test\.ts:[\s\S]*caused by\n {4}\(unreadable\)\n/);
});

test('every module of Node that can be written is read back', () => {
  const folder = emptyFolder();
  const log = createLog(folder, () => 0);
  const error = new Error('x');
  error.stack = ['Error: x', ...builtinModules.map((name) => `    at f (node:${name.replace(/^node:/, '')}:1:2)`)].join(
    '\n',
  );
  log.bug(error);
  expect(log.read()).toBe(readFileSync(path.join(folder, 'porthole.log'), 'utf8'));
  expect(log.read()).toContain('at node:v8\n');
});

test('what a message says of a place in Node is not written, but the module where it is one', () => {
  const error = new Error('a\n    at node:ya29SecretToken:1:2\n    at node:fs:123456:7');
  expect(error.stack).toContain('ya29');
  error.message = 'another';
  const text = logged((log) => log.bug(error));
  expect(text).not.toMatch(/ya29|123456/);
  expect(text).toContain('    at node:fs\n');
});

test.each<[string, () => unknown]>([
  ['itself for its cause', circle],
  ['a code that throws', () => Object.defineProperty(new Error('x'), 'code', { get: boom })],
  ['no constructor', () => Object.assign(new Error('x'), { constructor: undefined })],
  ['a stack that is a number', () => Object.assign(new Error('x'), { stack: 7 })],
  ['nothing to read', () => new Proxy(new Error('x'), { get: boom, getPrototypeOf: boom })],
  ['no prototype', () => Object.create(null)],
])('an error with %s has a reference like any other', (_what, made) => {
  let reference = '';
  const text = logged((log) => {
    reference = log.bug(made());
  });
  expect(reference).toMatch(/^[0-9a-f]{8}$/);
  expect(text).toContain(`bug ${reference}\n    `);
  expect(text.length).toBeLessThan(20_000);
});

function boom(): never {
  throw new Error('boom');
}

function circle(): Error {
  const error = new Error('x');
  error.cause = error;
  return error;
}

test('a note is a word with numbers', () => {
  expect(logged((log) => log.note('entries left out', { count: 2 }))).toContain('entries left out count=2');
});

test('a fact with room for a sentence is left out, even where the compiler was told otherwise', () => {
  const kind = 'Dinner at eight' as 'gone';
  const text = logged((log) => log.note('refused', { request: 'message.open', kind }));
  expect(text).toContain('refused request=message.open\n');
});

test('of words only the id of a message is written, and only what looks like one', () => {
  const text = logged((log) => {
    log.note('message malformed', { count: 1 }, '19b8b3d298001eef');
    log.note('message malformed', { count: 2 }, 'Dinner at eight');
  });
  expect(text).toContain('message malformed count=1 id=19b8b3d298001eef\n');
  expect(text).not.toContain('Dinner');
});

test('reads back what it wrote, and nothing that somebody else wrote into its file', () => {
  const folder = emptyFolder();
  const log = createLog(folder, () => 0);
  log.note('started', {});
  log.bug(new TypeError('secret'));
  const file = path.join(folder, 'porthole.log');
  const own = readFileSync(file, 'utf8');
  const foreign = [
    'Dear Ada,',
    'Subject: hello',
    '    at ada@example.org',
    '    at ya29.AbCdEf-secret-token:1:2',
    '    Hunter my-secret-password',
    '    FailureError My-secret',
    '1970-01-01T00:00:00.000Z refused request=ya29.secret-token',
    '1970-01-01T00:00:00.000Z refused x=Dinner.at.eight',
    '1970-01-01T00:00:00.000Z bug 12345678 hello',
  ];
  writeFileSync(file, `${foreign.join('\n')}\n${own}${foreign.join('\n')}\n`);
  expect(log.read()).toBe(own);
});

test('keeps one older file and no more', () => {
  const folder = emptyFolder();
  const log = createLog(folder, () => 0);
  const file = path.join(folder, 'porthole.log');
  for (let round = 0; round < 3; round++) {
    log.note('entries left out', { count: round });
    writeFileSync(file, `${readFileSync(file, 'utf8')}${'x'.repeat(1_000_001)}\n`);
  }
  log.note('started', {});
  expect(log.read().match(/count=\d/g)).toEqual(['count=2']);
  expect(statSync(file).size).toBeLessThan(100);
  expect(existsSync(`${file}.2`)).toBe(false);
});

test('is gone when it has ended, and stays so', () => {
  const folder = emptyFolder();
  const log = createLog(folder, () => 0);
  log.note('started', {});
  expect(existsSync(folder)).toBe(true);
  log.end();
  log.note('started', {});
  expect(existsSync(folder)).toBe(false);
});

test.skipIf(process.platform === 'win32')('only its owner can read it', () => {
  const folder = emptyFolder();
  createLog(folder, () => 0).note('started', {});
  expect(statSync(path.join(folder, 'porthole.log')).mode & 0o777).toBe(0o600);
});

test('does not stop the program where it can not be written', () => {
  expect(() => createLog('/dev/null/nowhere', () => 0).note('started', {})).not.toThrow();
});
