import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dangerOf } from '../../../electron/mail/file-dangers.ts';
import { kindOf } from '../../../electron/mail/file-kinds.ts';
import { effectiveExtension, numberedName, safeName } from '../../../electron/mail/file-names.ts';

describe('a safe name', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['Übersicht 2026.xlsx', 'Übersicht 2026.xlsx'],
    ['U\u0308.txt', 'Ü.txt'],
    ['گزارش\u200cها.pdf', 'گزارش\u200cها.pdf'],
    ['👩\u200d👧.png', '👩\u200d👧.png'],
    ['../../etc/passwd', '_._etc_passwd'],
    ['C:\\Windows\\x.dll', 'C__Windows_x.dll'],
    ['a\u0000b\nc.txt', 'a b c.txt'],
    ['a<b>|c?*".txt', 'a_b__c___.txt'],
    ['.bashrc', 'bashrc'],
    ['...', 'attachment'],
    ['..', 'attachment'],
    ['.', 'attachment'],
    ['', 'attachment'],
    ['   ', 'attachment'],
    ['/', '_'],
    ['x.exe. . .', 'x.exe'],
    ['cod\u202egpj.exe', 'codgpj.exe'],
    ['a\u200b.e\u2066xe', 'a.exe'],
    ['bill.pdf                    .exe', 'bill.pdf.exe'],
    ['bill.pdf\u3000\u3000\u3000.exe', 'bill.pdf.exe'],
    ['bill.pdf\u2800\u2800.exe', 'bill.pdf.exe'],
    ['CON', '_CON'],
    ['con.txt', '_con.txt'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['LPT¹.txt', '_LPT¹.txt'],
    ['aux .txt', '_aux.txt'],
    ['conin$', '_conin$'],
    ['control.txt', 'control.txt'],
    ['com10.txt', 'com10.txt'],
    ['file::$DATA', 'file__$DATA'],
    ['\ud800.txt', '\ufffd.txt'],
  ])('of %j is %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  test('is at most 200 bytes long and keeps its ending', () => {
    const safe = safeName(`${'あ'.repeat(300)}.docx`);
    expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
    expect(safe).toMatch(/^あ+\.docx$/);
    expect(Buffer.byteLength(safeName(`a.${'b'.repeat(500)}`))).toBeLessThanOrEqual(200);
  });

  test('ends in nothing that nobody sees where it was cut', () => {
    const cutAtJoiner = `${'x'.repeat(189)}👩‍👩‍👧.pdf`;
    for (let more = 0; more < 12; more++) {
      const name = safeName(`${'x'.repeat(more)}${cutAtJoiner}`);
      expect(name).not.toMatch(/\u200d\.pdf$/);
      expect(safeName(name)).toBe(name);
      expect(numberedName(name, 2)).not.toMatch(/\u200d \(2\)/);
    }
  });

  test('that was cut at its ending is safe already', () => {
    for (const between of ['..', ' . ', '. .'])
      for (let length = 120; length < 200; length += 1) {
        const name = safeName(`${'x'.repeat(length)}${between}${'é'.repeat(60)}`);
        expect(safeName(name)).toBe(name);
      }
  });

  test('of whatever was written stays one visible name in its folder', () => {
    const piece = fc.constantFrom(
      '.',
      '..',
      '/',
      '\\',
      ' ',
      'con',
      'nul',
      '.exe',
      'a',
      '\u202e',
      '\u200d',
      '\0',
      ':',
      '$',
      'é',
      '~',
      '\u3000',
    );
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(name, fc.integer({ min: 2, max: 9_999 }), (written, number) => {
        for (const safe of [safeName(written), numberedName(safeName(written), number)]) {
          expect(path.posix.dirname(path.posix.resolve('/chosen', safe))).toBe('/chosen');
          expect(path.win32.dirname(path.win32.resolve('C:\\chosen', safe))).toBe('C:\\chosen');
          expect(safe).toMatch(/^[^.\s].*[^.\s]$|^[^.\s]$/su);
          expect(safe).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\\/:*?"<>|]/u);
          expect(safe).not.toMatch(/^(con|nul)(\.|$)/i);
          expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
          expect(safe.isWellFormed()).toBe(true);
        }
        expect(safeName(safeName(written))).toBe(safeName(written));
        // What is shown as its ending is what the system goes by.
        const system = path.win32.extname(safeName(written)).slice(1).toLowerCase();
        if (Buffer.byteLength(system) < 40) expect(effectiveExtension(written)).toBe(system);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a second file of the same name gets a number', () => {
  expect(numberedName('a.pdf', 2)).toBe('a (2).pdf');
  expect(numberedName('a', 3)).toBe('a (3)');
  expect(numberedName(safeName(`${'a'.repeat(300)}.pdf`), 12)).toMatch(/^a+ \(12\)\.pdf$/);
});

describe('somebody must be asked about', () => {
  test.each([
    ['executable', 'ex ex_ lib vxd vsto msu'],
    ['script', 'diagcfg nsh pyzw terminal tool mobileconfig wsb job'],
    ['shortcut', 'mailloc ftploc afploc vncloc xnk'],
    ['container', 'swm esd vdi nrg toast'],
    ['macros', 'xla'],
  ])('what is %s: %s', (danger, extensions) => {
    for (const extension of extensions.split(' ')) expect(dangerOf(`x.${extension}`, ''), extension).toBe(danger);
  });

  test.each([
    ['setup.exe', 'application/octet-stream', 'executable'],
    ['SETUP.EXE', '', 'executable'],
    ['x.jar', 'application/java-archive', 'executable'],
    ['x.ps1', 'text/plain', 'script'],
    ['x.js', 'text/javascript', 'script'],
    ['x.hta', 'application/hta', 'script'],
    ['x.lnk', '', 'shortcut'],
    ['x.url', 'text/plain', 'shortcut'],
    ['x.iso', '', 'container'],
    ['x.docm', 'application/vnd.ms-word.document.macroEnabled.12', 'macros'],
    ['bill.pdf.exe', 'application/pdf', 'double-extension'],
    ['photo.jpg.scr', 'image/jpeg', 'double-extension'],
    ['photo.jpg\u200b.scr', '', 'double-extension'],
    ['bill.pdf          .exe', '', 'double-extension'],
    ['bill.pdf          .docx', '', 'padding'],
    ['bill\u2800\u2800\u2800\u2800.docx', '', 'padding'],
    ['bill.pdf    x', '', 'padding'],
    ['bill.pdf    ', '', 'padding'],
    ['bill  .docx', '', 'padding'],
    ['bill  .docx ', '', 'padding'],
    [`bill.pdf${' '.repeat(9_980)}x`, '', 'padding'],
    ['bill .docx', '', undefined],
    ['my    bill of May.docx', '', undefined],
    ['annexe\u202egpj.docx', '', 'hidden-characters'],
    ['photo.png', 'application/x-msdownload', 'type-mismatch'],
    ['photo.png', 'application/pdf', 'type-mismatch'],
    ['bill.pdf', 'text/html', 'type-mismatch'],
    ['nameless', 'application/x-msdownload', 'executable'],
    ['x.exe.', '', 'executable'],
    ['x.exe ', '', 'executable'],
    ['x.exe:ads', '', undefined],
    ['report.pdf', 'application/pdf', undefined],
    ['report.pdf', 'application/octet-stream', undefined],
    ['photo.jpg', 'image/jpg', undefined],
    ['table.csv', 'text/plain', undefined],
    ['mail.txt', 'message/rfc822', undefined],
    ['v1.2.3.zip', 'application/x-zip-compressed', undefined],
    ['archive.tar.gz', 'application/gzip', undefined],
    ['invite.ics', 'text/calendar; charset=utf-8', undefined],
    ['گزارش\u200cها.pdf', 'application/pdf', undefined],
    ['letter.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', undefined],
    ['', '', undefined],
  ])('%j (%s): %s', (name, mimeType, danger) => {
    expect(dangerOf(name, mimeType)).toBe(danger);
  });
});

test.each([
  ['a.png', 'image/png', 'picture'],
  ['a', 'image/jpeg', 'picture'],
  ['a.png', 'application/octet-stream', 'picture'],
  ['a.tiff', 'image/tiff', 'none'],
  ['a.svg', 'image/svg+xml', 'none'],
  ['a.png', 'image/svg+xml', 'none'],
  ['a.pdf', 'application/pdf', 'pdf'],
  ['a.pdf', 'application/x-pdf', 'pdf'],
  ['a.txt', 'text/plain; charset=x', 'text'],
  ['a', 'text/plain', 'text'],
  ['a.csv', 'text/csv', 'text'],
  ['a.html', 'text/html', 'none'],
  ['a.txt', 'text/html', 'none'],
  ['a.ics', 'text/calendar', 'calendar'],
  ['', 'text/calendar', 'calendar'],
  ['a.eml', 'message/rfc822', 'message'],
  ['', 'message/rfc822', 'message'],
  ['a.docx', 'application/octet-stream', 'none'],
  ['a.exe', 'image/png', 'none'],
  ['', '', 'none'],
])('%j (%s) is looked at as %s', (name, mimeType, kind) => {
  expect(kindOf(name, mimeType)).toBe(kind);
});

test('a thousand names made of blanks hold up nobody', () => {
  for (const blank of [' ', '\u2800', '\u00a0', ' \u2800']) {
    const name = `${blank.repeat(9_990 / blank.length)}a b`;
    for (let file = 0; file < 250; file += 1) expect(dangerOf(name, 'application/pdf')).not.toBe('executable');
  }
});

test('whatever the name and the type, there is an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, mimeType) => {
      dangerOf(name, mimeType);
      kindOf(name, mimeType);
    }),
  );
  for (const name of [
    ' '.repeat(1_000_000),
    '.'.repeat(1_000_000),
    ' .'.repeat(500_000),
    'a '.repeat(500_000),
    '\u200d'.repeat(1_000_000),
  ]) {
    dangerOf(name, name);
    kindOf(name, name);
  }
});
