import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTooLarge, readPicture } from '../../../electron/mail/picture-kinds.ts';

const be16 = (number: number) => [number >> 8, number & 255];
const be32 = (number: number) => [...be16(Math.floor(number / 65_536)), ...be16(number % 65_536)];
const le16 = (number: number) => be16(number).toReversed();
const le32 = (number: number) => be32(number).toReversed();
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const fill = (length: number) => Array<number>(length).fill(0);
const bytes = (...parts: readonly (readonly number[])[]) => Uint8Array.from(parts.flat());
const box = (type: string, content: readonly number[]) => [...be32(content.length + 8), ...ascii(type), ...content];

const png = (width: number, height: number) =>
  bytes([0x89], ascii('PNG\r\n\x1a\n'), be32(13), ascii('IHDR'), be32(width), be32(height), [8, 6, 0, 0, 0]);
const jpeg = (...segments: readonly (readonly number[])[]) => bytes([0xff, 0xd8], ...segments);
const frame = (marker: number, width: number, height: number) => [
  0xff,
  marker,
  ...be16(11),
  8,
  ...be16(height),
  ...be16(width),
  1,
  1,
  17,
  0,
];
const gif = (...rest: readonly (readonly number[])[]) => bytes(ascii('GIF89a'), le16(10), le16(20), [0, 0, 0], ...rest);
const webp = (...chunk: readonly (readonly number[])[]) => bytes(ascii('RIFF'), fill(4), ascii('WEBP'), ...chunk);
const bmp = (header: number, ...size: readonly (readonly number[])[]) =>
  bytes(ascii('BM'), fill(12), le32(header), ...size, fill(30));
const ispe = (width: number, height: number) => box('ispe', [...fill(4), ...be32(width), ...be32(height)]);
const avif = (...properties: readonly (readonly number[])[]) =>
  bytes(
    box('ftyp', ascii('avif    ')),
    box('meta', [...fill(4), ...box('hdlr', fill(8)), ...box('iprp', box('ipco', properties.flat()))]),
  );

describe('a picture and its size', () => {
  test.each<[string, Uint8Array, string, number, number]>([
    ['png', png(300, 200), 'image/png', 300, 200],
    ['jpeg', jpeg(frame(0xc0, 300, 200)), 'image/jpeg', 300, 200],
    [
      'progressive jpeg behind other segments',
      jpeg([0xff, 0xe0, ...be16(6), 1, 2, 3, 4], [0xff, 0xff, 0xfe, ...be16(2)], frame(0xc2, 5, 6)),
      'image/jpeg',
      5,
      6,
    ],
    ['gif', gif(), 'image/gif', 10, 20],
    [
      'gif whose frame is larger than its screen',
      gif([0x21, 0xf9, 4, 0, 0, 0, 0, 0], [0x2c], le16(5), le16(5), le16(60_000), le16(60_000), [0]),
      'image/gif',
      60_005,
      60_005,
    ],
    ['lossy webp', webp(ascii('VP8 '), fill(7), [0x9d, 1, 0x2a], le16(300), le16(200)), 'image/webp', 300, 200],
    ['lossless webp', webp(ascii('VP8L'), fill(4), [0x2f], le32(299 + 199 * 0x4000)), 'image/webp', 300, 200],
    ['extended webp', webp(ascii('VP8X'), fill(8), [43, 1, 0], [199, 0, 0], fill(4)), 'image/webp', 300, 200],
    ['bmp', bmp(40, le32(300), le32(200)), 'image/bmp', 300, 200],
    ['bmp upside down', bmp(40, le32(300), [0x38, 0xff, 0xff, 0xff]), 'image/bmp', 300, 200],
    ['old bmp', bmp(12, le16(300), le16(200)), 'image/bmp', 300, 200],
    ['avif', avif(ispe(30, 20), ispe(300, 200)), 'image/avif', 300, 200],
  ])('%s', (_, file, mimeType, width, height) => {
    expect(readPicture(file)).toEqual({ mimeType, width, height });
  });
});

describe('no picture', () => {
  test.each<[string, Uint8Array]>([
    ['nothing', bytes()],
    ['text', bytes(ascii('hello, this is text'))],
    ['HTML', bytes(ascii('<html><script>'))],
    ['SVG', bytes(ascii('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    ['PDF', bytes(ascii('%PDF-1.7'))],
    ['png that ends', png(3, 2).subarray(0, 18)],
    ['png without a header', bytes([0x89], ascii('PNG\r\n\x1a\n'), fill(30))],
    ['png of no width', png(0, 5)],
    ['jpeg without a frame', jpeg([0xff, 0xda, 0, 2])],
    ['jpeg whose segments have no length', jpeg([0xff, 0xe0, 0, 0], fill(10))],
    ['jpeg that ends', jpeg([0xff, 0xc0])],
    ['avif without a size', avif()],
    ['heic', bytes(box('ftyp', ascii('heic    ')))],
    ['GIF that is text', bytes(ascii('GIF89'))],
  ])('%s', (_, file) => {
    expect(readPicture(file)).toBeUndefined();
  });
});

test('a picture beyond fifty million pixels is too large', () => {
  expect(isTooLarge({ mimeType: 'image/png', width: 10_000, height: 5_000 })).toBe(false);
  expect(isTooLarge({ mimeType: 'image/png', width: 10_001, height: 5_000 })).toBe(true);
  expect(isTooLarge(readPicture(png(0xffffffff, 0xffffffff)) ?? { mimeType: 'image/png', width: 0, height: 0 })).toBe(
    true,
  );
});

test('whatever the bytes, they are read, also where the array is a window on a larger one', () => {
  const starts = [
    [...png(3, 3)],
    [0xff, 0xd8, 0xff],
    [...gif()],
    [...webp(ascii('VP8X'))],
    [...bmp(40)],
    [...avif(ispe(1, 1))],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), fc.nat(60), (start, rest, cut) => {
      const file = bytes(start.slice(0, Math.max(start.length - cut, 3)), [...rest]);
      const header = readPicture(file);
      expect(readPicture(bytes(fill(7), [...file]).subarray(7))).toEqual(header);
      if (header) expect(Math.min(header.width, header.height)).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
  readPicture(jpeg(Array<number>(1_000_000).fill(0xff)));
  readPicture(gif([0x21, 0xf9], Array<number>(1_000_000).fill(1)));
});
