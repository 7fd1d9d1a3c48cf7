import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parameterOf } from '../../../electron/gmail/parameters.ts';
import { toAttachment } from '../../../electron/gmail/parts.ts';
import type { WirePart } from '../../../electron/gmail/wire.ts';

describe('a parameter of a header', () => {
  test.each([
    ['attachment; filename=plan.pdf', 'plan.pdf'],
    ['attachment; filename="plan; b.pdf"', 'plan; b.pdf'],
    ['attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    ['attachment; FileName = plan.pdf ; size=3', 'plan.pdf'],
    ['attachment; x-filename=no.pdf', ''],
    ['attachment; filename="never closed.pdf', 'never closed.pdf'],
    ['attachment; filename=گزارش.pdf', 'گزارش.pdf'],
    // With a charset, and a language.
    ["attachment; filename*=UTF-8''%DA%AF%D8%B2.pdf", 'گز.pdf'],
    ["attachment; filename*=iso-8859-1'fr'caf%E9.pdf", 'café.pdf'],
    ["attachment; filename=plain.pdf; filename*=utf-8''real.exe", 'real.exe'],
    // In pieces, in whatever order, one letter split over two of them.
    ['attachment; filename*0="a long "; filename*1="name.pdf"', 'a long name.pdf'],
    ['attachment; filename*1="name.pdf"; filename*0="a long "', 'a long name.pdf'],
    ["attachment; filename*0*=utf-8''%DA; filename*1*=%AF; filename*2=.pdf", 'گ.pdf'],
    ["attachment; filename*0*=utf-8''%DA%AF; filename*1=%20; filename*2*=%DB%8C.pdf", 'گ%20ی.pdf'],
    // What is no charset, or not of it.
    ["attachment; filename*=x-nobody''caf%C3%A9.pdf", 'café.pdf'],
    ["attachment; filename*=utf-8''caf%E9.pdf", 'café.pdf'],
    ['attachment; filename*=caf%C3%A9.pdf', 'café.pdf'],
    ["attachment; filename*=utf-8''100%.pdf", '100%.pdf'],
    ['attachment', ''],
  ])('%j is %j', (header, expected) => {
    expect(parameterOf(header, 'filename')).toBe(expected);
  });

  test('is read whatever was written, however long', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parameterOf(`x; filename${text}`, 'filename')));
    for (const piece of [';', '; filename*0*=%', '; filename="', '\\', "'", ' '])
      parameterOf(`x; filename*=${piece.repeat(200_000)}`, 'filename');
  });
});

describe('the name of a file', () => {
  const named = (filename: string, headers: WirePart['headers'] = [], mimeType = 'application/pdf') =>
    toAttachment({ partId: '1', mimeType, filename, headers, body: { size: 1 }, parts: [] }).filename;

  test.each([
    ['plan.pdf', 'plan.pdf'],
    ['=?utf-8?B?2q/Ysg==?=.pdf', 'گز.pdf'],
    ['=?utf-8?Q?=DA?= =?utf-8?Q?=AF?=.pdf', 'گ.pdf'],
    ['=?utf-8*fa?Q?=DA=AF?=.pdf', 'گ.pdf'],
    ['=?iso-8859-1?Q?caf=E9?= =?utf-8?B?2q8=?=.pdf', 'caféگ.pdf'],
    ['=?gb2312?B?1tDOxA==?=.doc', '中文.doc'],
    // Broken ones give what can be had of them, and their ending stays.
    ['=?utf-8?B?2q!!/Ysg?=.pdf', 'گز.pdf'],
    ['=?x-nobody?Q?a=E9b?=.exe', 'aéb.exe'],
    ['=?utf-8?B?2q/Ysg==.pdf', '=?utf-8?B?2q/Ysg==.pdf'],
  ])('%j is %j', (written, expected) => {
    expect(named(written)).toBe(expected);
  });

  test('is that of its headers where Gmail gives none', () => {
    const disposition = { name: 'Content-Disposition', value: "attachment; filename*=utf-8''a.exe" };
    const type = { name: 'Content-Type', value: 'application/pdf; x-mac-name=no; name="=?utf-8?Q?b?=.pdf"' };
    expect(named('', [type])).toBe('b.pdf');
    expect(named('', [type, disposition])).toBe('a.exe');
  });

  test('is none for a piece of a message, and for what lies elsewhere', () => {
    for (const mimeType of ['message/partial', 'message/external-body']) {
      const type = { name: 'Content-Type', value: `${mimeType}; name="plan.pdf"; access-type=URL` };
      expect(named('plan.pdf', [type], mimeType)).toBe('');
    }
  });
});
