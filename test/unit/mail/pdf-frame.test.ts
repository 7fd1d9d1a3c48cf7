import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFileName, parseFromPdf, parseToPdf } from '../../../electron/mail/pdf-frame.ts';
import { pdfContent, pdfPolicy } from '../../../electron/views/pdf-page.ts';

describe('the frame of a PDF', () => {
  test.each([
    { kind: 'ready' },
    { kind: 'shown', pages: 3, shown: 3 },
    { kind: 'failed', reason: 'password' },
    { kind: 'wants', name: 'UniJIS-UCS2-H.bcmap' },
    { kind: 'escape' },
  ])('says %j', (message) => {
    expect(parseFromPdf(message)).toBe(message);
  });

  test.each([
    [null],
    ['ready'],
    [{ kind: 'toString' }],
    [{ kind: 'link', href: 'https://evil.example' }],
    [{ kind: 'shown', pages: -1, shown: 0 }],
    [{ kind: 'failed', reason: '<b>' }],
    [{ kind: 'wants', name: '../index.html' }],
    [{ kind: 'wants', name: 'https://evil.example/x.ttf' }],
  ])('is not heard when it says %j', (message) => {
    expect(parseFromPdf(message)).toBeNull();
  });

  test('hears what the window says, and nothing else', () => {
    const bytes = new Uint8Array(3);
    expect(parseToPdf({ kind: 'show', bytes, pageName: 'Page {page}' })).not.toBeNull();
    expect(parseToPdf({ kind: 'file', name: 'a.bcmap', bytes: null })).not.toBeNull();
    expect(parseToPdf({ kind: 'show', bytes: 'JVBERi0=', pageName: '' })).toBeNull();
    expect(parseToPdf({ kind: 'file', name: 'a.js', bytes })).toBeNull();
  });

  test('is never thrown off by what it hears', () => {
    fc.assert(
      fc.property(fc.anything(), (any) => {
        parseFromPdf(any);
        parseToPdf(any);
      }),
    );
  });

  test('names no path', () => {
    fc.assert(fc.property(fc.string(), (name) => !(isFileName(name) && /[/\\]|\.\./.test(name))));
  });
});

describe('the page of a PDF', () => {
  const script = async (name: string) => new TextEncoder().encode(name);

  test('and its two scripts are all that there is', async () => {
    expect((await pdfContent('/pdf', script))?.type).toMatch(/^text\/html/);
    expect((await pdfContent('/pdf.js', script))?.body).toEqual(await script('pdf.js'));
    expect((await pdfContent('/pdf-worker.js', script))?.body).toEqual(await script('pdf-worker.js'));
    for (const path of ['/', '/shell', '/pdf/', '/pdf.html', '/pdf/../shell', '/pdf-worker.js.map']) {
      expect(await pdfContent(path, script)).toBeUndefined();
    }
  });

  test('runs its own scripts and loads nothing', () => {
    expect(pdfPolicy).toContain("default-src 'none'");
    expect(pdfPolicy).toContain("script-src 'self';");
    expect(pdfPolicy).not.toMatch(/unsafe-eval|https?:|data:|blob:|connect-src|frame-src|img-src/);
    expect(pdfPolicy).toContain('frame-ancestors app://bundle');
  });
});
