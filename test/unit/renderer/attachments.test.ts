import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../../electron/contract/model.ts';
import { beginning, longestShown } from '../../../renderer/attachments/beginning.ts';
import { File } from '../../../renderer/attachments/file.tsx';
import { canBeLookedAt, listedFiles } from '../../../renderer/attachments/listed.ts';
import { wording } from '../../../renderer/wording/wording.ts';

const words = wording.message.attachments;

function attached(filename: string, mimeType: string, changes: Partial<Attachment> = {}): Attachment {
  return { partId: '1', filename, mimeType, sizeBytes: 2_000, ...changes };
}

function listed(filename: string, mimeType: string) {
  const [file] = listedFiles([attached(filename, mimeType)], { parts: [], related: [] }, 'html');
  if (!file) throw new Error('nothing is listed');
  return file;
}

describe('an attached file', () => {
  test.each([
    ['invoice\u202efdp.exe', 'application/octet-stream', 'invoicefdp.exe', 'exe'],
    ['صورت\u200cجلسه.docx', 'application/msword', 'صورت\u200cجلسه.docx', 'docx'],
    ['holiday.JPG', 'image/jpeg', 'holiday.JPG', 'jpg'],
    ['README', 'text/plain', 'README', ''],
    ['', 'application/pdf', '', ''],
  ])('%j of %s is called %j and ends in %j', (filename, mimeType, name, extension) => {
    expect(listed(filename, mimeType)).toMatchObject({ name, extension });
  });

  test.each([
    ['bill.pdf', 'application/pdf', true],
    ['photo.png', 'image/png', true],
    ['notes.txt', 'text/plain', true],
    ['party.ics', 'text/calendar', true],
    ['drawing.svg', 'image/svg+xml', false],
    ['page.html', 'text/html', false],
    ['letter.docx', 'application/msword', false],
    ['bill.pdf', 'image/png', false],
    ['bill.pdf.exe', 'application/pdf', false],
  ])('%s of %s can be looked at here: %s', (filename, mimeType, can) => {
    expect(canBeLookedAt(listed(filename, mimeType))).toBe(can);
  });

  const event = 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR';
  const shows = (text: string) => ({ parts: [], related: [], calendars: [{ partId: '1', text }] });

  test.each([
    ['the same without a name, while its card is on its way', [attached('', 'text/calendar')], null, ['invite.ics']],
    ['the same without a name, and its card', [attached('', 'text/calendar')], shows(event), ['invite.ics']],
    ['the same without a name, which is no card', [attached('', 'text/calendar')], shows('x'), ['', 'invite.ics']],
    ['the same as a file', [attached('', 'application/ics')], shows(event), ['', 'invite.ics']],
    ['another size', [attached('', 'text/calendar', { sizeBytes: 3 })], shows(event), ['', 'invite.ics']],
    ['another name', [attached('other.ics', 'text/calendar')], shows(event), ['other.ics', 'invite.ics']],
    [
      'two without a name',
      [attached('', 'text/calendar'), attached('', 'text/calendar', { partId: '3' })],
      shows(event),
      ['', '', 'invite.ics'],
    ],
  ])('of an invitation’s file and %s there is listed %4$j', (_, besides, content, names) => {
    const files = [...besides, attached('invite.ics', 'application/ics', { partId: '2' })];
    expect(listedFiles(files, content, 'html').map(({ name }) => name)).toEqual(names);
  });

  test('a calendar without a name is listed where it is the only one', () => {
    expect(listed('', 'text/calendar')).toMatchObject({ kind: 'calendar' });
  });

  test.each([
    ['bill.pdf.exe', 'application/pdf', 'double-extension'],
    ['setup.exe', 'application/octet-stream', 'executable'],
    ['run.js', 'text/javascript', 'script'],
    ['disk.iso', 'application/octet-stream', 'container'],
    ['sheet.xlsm', 'application/octet-stream', 'macros'],
    ['bill.pdf', 'image/png', 'type-mismatch'],
  ] as const)('%s of %s is warned about', (filename, mimeType, danger) => {
    const file = listed(filename, mimeType);
    expect(file.danger).toBe(danger);
    expect(words.danger(danger)).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the ending of a file', () => {
  const drawn = (filename: string, mimeType: string) =>
    renderToStaticMarkup(
      createElement(File, {
        file: listed(filename, mimeType),
        busy: false,
        alone: false,
        onLook: () => {},
        onSave: () => {},
      }),
    );

  test('is spelt from left to right, whatever its letters', () => {
    expect(drawn('گزارش.پی‌دی‌اف', 'application/octet-stream')).toMatch(/<bdo dir="ltr"[^>]*>\.پی/);
  });

  test('that a calendar has not is said in words, which run as their language does', () => {
    const calendar = drawn('', 'text/calendar');
    expect(calendar).toContain(words.noExtension);
    expect(calendar).not.toContain('<bdo');
  });
});

describe('what a message shows in its midst', () => {
  const logo = attached('logo.png', 'image/png', { partId: '2' });
  const picture = { contentId: 'Logo@example.org', partId: '2', mimeType: 'image/png', sizeBytes: 2_000 };
  const related = [picture];
  const part = { partId: '1', plain: null, flowed: false, delSp: false };
  const html = (source: string) => ({ parts: [{ ...part, html: `<img src=${source}>` }], related });
  const listedWith = (content: Parameters<typeof listedFiles>[1], file = logo) =>
    listedFiles([file], content, 'html').length;

  test.each([['"cid:Logo@example.org"'], ["'cid:logo%40example.org'"], ['cid:LOGO@example.org']])(
    'by %s is not listed below it as well',
    (source) => {
      expect(listedWith(html(source))).toBe(0);
    },
  );

  test.each(['application/pdf', 'text/html', 'text/plain', 'image/svg+xml', 'audio/mpeg'])(
    'of %s is listed whatever refers to it: only pictures are shown there',
    (mimeType) => {
      const content = { ...html('"cid:Logo@example.org"'), related: [{ ...picture, mimeType }] };
      expect(listedWith(content, attached('x', mimeType, { partId: '2' }))).toBe(1);
    },
  );

  test.each([
    ['logo.png', 'image/png', 0],
    ['logo.png', 'application/octet-stream', 0],
    ['LOGO.JPG', 'application/x-unknown', 0],
    ['', 'application/octet-stream', 0],
    ['', 'image/jpeg; name=x', 0],
    ['logo.png', 'image/x-citrix-png', 0],
    ['part1.06090408@example.org', 'image/gif', 0],
    ['contract.pdf', 'application/octet-stream', 1],
    ['contract.pdf', 'image/png', 1],
    ['invoice.docx', 'application/octet-stream', 1],
    ['logo.png.exe', 'application/octet-stream', 1],
    ['table.xyz', 'application/octet-stream', 1],
    ['scan.tif', 'application/octet-stream', 1],
    ['scan.tif', 'image/tiff', 1],
    ['photo.heic', 'application/octet-stream', 1],
    ['photo.jpg', 'image/heic', 1],
    ['', 'image/vnd.adobe.photoshop', 1],
    ['app.ico', 'image/x-icon', 1],
  ])('is a picture of a kind that is drawn: %j of %s is listed %i times', (filename, mimeType, times) => {
    const content = { ...html('"cid:Logo@example.org"'), related: [{ ...picture, mimeType }] };
    expect(listedWith(content, attached(filename, mimeType, { partId: '2' }))).toBe(times);
  });

  test.each([
    ['<img alt="a" src = " cid:Logo@example.org">', 0],
    ['<IMG\nSRC=cid:Logo@example.org>', 0],
    ['<td background="cid:Logo@example.org">', 0],
    ['<td style="background-image: url(\'cid:Logo@example.org\')">', 0],
    ['<!-- logo --><img src="cid:Logo@example.org"><!-- -->', 0],
    ['<!--><img src="cid:Logo@example.org"><!-- -->', 0],
    ['<a href="cid:Logo@example.org">the plan</a>', 1],
    ['<a href="cid:Logo@example.org"><img src="https://example.org/x.png"></a>', 1],
    ['<img data-src="cid:Logo@example.org">', 1],
    ['<iframe src="cid:Logo@example.org"></iframe>', 1],
    ['<p>cid:Logo@example.org</p>', 1],
    ['<!-- <img src="cid:Logo@example.org"> -->', 1],
    ['<!--[if mso]><img src="cid:Logo@example.org"><![endif]-->', 1],
    ['<!-- <img src="cid:Logo@example.org">', 1],
  ])('is drawn, not only named: with %s it is listed %i times', (source, times) => {
    expect(listedWith({ parts: [{ ...part, html: source }], related })).toBe(times);
  });

  test('is listed where the message is shown as plain text, which shows no picture', () => {
    expect(listedFiles([logo], html('"cid:Logo@example.org"'), 'plain')).toHaveLength(1);
  });

  test('is listed where it is a text that is attached only to be referred to', () => {
    const page = { contentId: 'page', partId: '3', mimeType: 'text/html', sizeBytes: 20 };
    const files = listedFiles([], { ...html('"cid:page"'), related: [page] }, 'html');
    expect(files).toMatchObject([{ partId: '3', name: '', extension: '', kind: 'page' }]);
  });

  test('is not listed while that is on its way, and everything else is', () => {
    const files = [
      logo,
      attached('photo.jpg', 'image/jpeg', { sizeBytes: 300_000 }),
      attached('a.pdf', 'application/pdf'),
    ];
    expect(listedFiles(files, null, 'html').map(({ name }) => name)).toEqual(['photo.jpg', 'a.pdf']);
  });

  test('is listed where nothing refers to it', () => {
    expect(listedWith(html('"cid:other"'))).toBe(1);
    expect(listedWith(html('"cid:%E0%A4%A"'))).toBe(1);
    expect(listedWith({ parts: [], related })).toBe(1);
  });

  test('is listed where it is large enough to be wanted as a file', () => {
    const large = [{ ...related[0], contentId: 'Logo@example.org', partId: '2', mimeType: '', sizeBytes: 300_000 }];
    expect(listedWith({ ...html('"cid:Logo@example.org"'), related: large })).toBe(1);
  });
});

test('says under which names files were saved', () => {
  expect(words.saved(['a (2).pdf'])).toBe('Saved as a (2).pdf.');
  expect(words.saved(['a.pdf', 'b.pdf'])).toBe('Saved 2 files.');
});

describe('the beginning of a text', () => {
  test('is all of a usual one', () => {
    expect(beginning('one\ntwo')).toBe('one\ntwo');
  });

  test('ends with a line where the text is very long', () => {
    const text = 'a line of text\n'.repeat(50_000);
    const shown = beginning(text);
    expect(shown.length).toBeLessThanOrEqual(longestShown);
    expect(shown.endsWith('a line of text')).toBe(true);
    expect(text.startsWith(shown)).toBe(true);
  });

  test('ends somewhere where there are no lines', () => {
    expect(beginning('x'.repeat(longestShown * 2))).toHaveLength(longestShown);
  });
});
