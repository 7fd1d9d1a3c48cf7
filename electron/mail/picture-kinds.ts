// Whether bytes are a picture that may be shown, by what they begin with and not by what they are called, and how large it
// would be once it is drawn. Decodes nothing: it reads headers, as far as they reach.

export interface PictureHeader {
  readonly mimeType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/bmp' | 'image/avif';
  readonly width: number;
  readonly height: number;
}

/** What a picture may have of pixels: four bytes each once it is drawn. */
export const mostPixels = 50_000_000;

const most = 10_000;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function startsWith(bytes: Uint8Array, text: string, offset = 0): boolean {
  return text.length + offset <= bytes.length && [...text].every((one, at) => bytes[offset + at] === one.charCodeAt(0));
}

type Size = readonly [width: number, height: number];

function pngSize(view: DataView, bytes: Uint8Array): Size | undefined {
  return startsWith(bytes, 'IHDR', 12) ? [view.getUint32(16), view.getUint32(20)] : undefined;
}

/** The larger of the screen and of the first frame, which may reach beyond it. */
function gifSize(view: DataView, bytes: Uint8Array): Size | undefined {
  const screen: Size = [view.getUint16(6, true), view.getUint16(8, true)];
  const flags = view.getUint8(10);
  let offset = 13 + (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  for (let blocks = 0; blocks < most && bytes[offset] === 0x21; blocks += 1) {
    offset += 2;
    while ((bytes[offset] ?? 0) !== 0) offset += view.getUint8(offset) + 1;
    offset += 1;
  }
  if (bytes[offset] !== 0x2c || offset + 9 > bytes.length) return screen;
  const right = view.getUint16(offset + 1, true) + view.getUint16(offset + 5, true);
  const bottom = view.getUint16(offset + 3, true) + view.getUint16(offset + 7, true);
  return [Math.max(screen[0], right), Math.max(screen[1], bottom)];
}

function webpSize(view: DataView, bytes: Uint8Array): Size | undefined {
  if (startsWith(bytes, 'VP8X', 12)) {
    const three = (offset: number) => (view.getUint32(offset, true) & 0xffffff) + 1;
    return [three(24), three(27)];
  }
  if (startsWith(bytes, 'VP8L', 12) && bytes[20] === 0x2f) {
    const packed = view.getUint32(21, true);
    return [(packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1];
  }
  if (startsWith(bytes, 'VP8 ', 12) && startsWith(bytes, '\x9d\x01\x2a', 23)) {
    return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff];
  }
  return undefined;
}

function jpegSize(view: DataView, bytes: Uint8Array): Size | undefined {
  let offset = 2;
  for (let segments = 0; segments < most && bytes[offset] === 0xff; segments += 1) {
    const marker = bytes[offset + 1] ?? 0;
    if (marker === 0xff) offset += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) offset += 2;
    // A start of frame; C4, C8 and CC among them are tables and a reserve (ITU-T T.81, table B.1).
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      return [view.getUint16(offset + 7), view.getUint16(offset + 5)];
    } else if (marker === 0xd9 || marker === 0xda) return undefined;
    else offset += 2 + Math.max(view.getUint16(offset + 2), 2);
  }
  return undefined;
}

function bmpSize(view: DataView): Size | undefined {
  const header = view.getUint32(14, true);
  if (header === 12) return [view.getUint16(18, true), view.getUint16(20, true)];
  // Negative where the rows stand from top to bottom.
  return header >= 16 && header <= 200 ? [view.getInt32(18, true), Math.abs(view.getInt32(22, true))] : undefined;
}

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** ISO base media: each box says its size and its type. Ends at the first that can't be. */
function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let offset = from; offset + 8 <= to && boxes.length < most; ) {
    const size = view.getUint32(offset);
    const end = size === 0 ? to : offset + size;
    if (end < offset + 8 || end > to) break;
    const letters = [4, 5, 6, 7].map((at) => view.getUint8(offset + at));
    boxes.push({ type: String.fromCharCode(...letters), start: offset + 8, end });
    offset = end;
  }
  return boxes;
}

/** The largest of all sizes that it names (ISO/IEC 23008-12, `ispe`): which one is drawn depends on its items. */
function avifSize(view: DataView, bytes: Uint8Array): Size | undefined {
  const inside = (boxes: readonly Box[], type: string, skip = 0) =>
    boxes.filter((box) => box.type === type).flatMap(({ start, end }) => boxesIn(view, start + skip, end));
  const properties = inside(inside(inside(boxesIn(view, 0, bytes.length), 'meta', 4), 'iprp'), 'ipco');
  const sizes = properties
    .filter(({ type, start, end }) => type === 'ispe' && end - start >= 12)
    .map(({ start }): Size => [view.getUint32(start + 4), view.getUint32(start + 8)]);
  return sizes.sort((one, other) => other[0] * other[1] - one[0] * one[1])[0];
}

const isAvif = (bytes: Uint8Array) => startsWith(bytes, 'ftypavif', 4) || startsWith(bytes, 'ftypavis', 4);

type Kind = readonly [
  mimeType: PictureHeader['mimeType'],
  isOne: (bytes: Uint8Array) => boolean,
  size: (view: DataView, bytes: Uint8Array) => Size | undefined,
];
const kinds: readonly Kind[] = [
  ['image/png', (bytes) => startsWith(bytes, '\x89PNG\r\n\x1a\n'), pngSize],
  ['image/jpeg', (bytes) => startsWith(bytes, '\xff\xd8\xff'), jpegSize],
  ['image/gif', (bytes) => startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a'), gifSize],
  ['image/webp', (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8), webpSize],
  ['image/bmp', (bytes) => startsWith(bytes, 'BM'), bmpSize],
  ['image/avif', isAvif, avifSize],
];

/** Undefined where it is none of the kinds that are shown, or its header is broken. May be larger than is shown. */
export function readPicture(bytes: Uint8Array): PictureHeader | undefined {
  const kind = kinds.find(([, isOne]) => isOne(bytes));
  if (!kind) return undefined;
  const [mimeType, , size] = kind;
  try {
    const [width, height] = size(viewOf(bytes), bytes) ?? [0, 0];
    return width > 0 && height > 0 ? { mimeType, width, height } : undefined;
  } catch (error) {
    // The header ends before it has said its size.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function isTooLarge({ width, height }: PictureHeader): boolean {
  return width * height > mostPixels;
}
