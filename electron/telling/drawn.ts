// The pictures of the desktop's edges, drawn here: the mark for the tray, with or without a sign that something is unread, and
// the disc that Windows lays over the program's icon. As PNG. Pure.
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

const black: Colour = [0, 0, 0];
const sea: Colour = [38, 96, 140];
const white: Colour = [255, 255, 255];
const signal: Colour = [214, 69, 42];

/** Answers how much of the point is covered, 0 to 1, of the unit square. */
type Shape = (x: number, y: number) => number;
interface Layer {
  readonly shape: Shape;
  readonly colour: Colour;
}

function disc(centreX: number, centreY: number, radius: number, size: number): Shape {
  // The edge is as soft as one pixel.
  return (x, y) => Math.min(Math.max((radius - Math.hypot(x - centreX, y - centreY)) * size + 0.5, 0), 1);
}

const ring =
  (outer: Shape, inner: Shape): Shape =>
  (x, y) =>
    Math.max(outer(x, y) - inner(x, y), 0);

function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function png(size: number, layers: readonly Layer[]): Buffer {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const at = row * (size * 4 + 1) + 1 + column * 4;
      let alpha = 0;
      let mixed: Colour = black;
      for (const { shape, colour } of layers) {
        const cover = shape((column + 0.5) / size, (row + 0.5) / size);
        const above = cover + alpha * (1 - cover);
        if (above > 0) {
          const mix = (from: number, to: number) => (to * cover + from * alpha * (1 - cover)) / above;
          mixed = [mix(mixed[0], colour[0]), mix(mixed[1], colour[1]), mix(mixed[2], colour[2])];
        }
        alpha = above;
      }
      for (const [offset, value] of mixed.entries()) rows[at + offset] = Math.round(value);
      rows[at + 3] = Math.round(alpha * 255);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits a channel, red, green, blue and alpha.
  head.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** `plain`: in black alone, which macOS colours itself. */
export function drawMark(size: number, unread: boolean, plain: boolean): Buffer {
  const at = (radius: number) => disc(0.5, 0.5, radius, size);
  const sign = disc(0.76, 0.24, 0.22, size);
  const glass = ring(at(0.38), at(0.28));
  const around: Shape = (x, y) => Math.max(glass(x, y) - (unread ? disc(0.76, 0.24, 0.3, size)(x, y) : 0), 0);
  if (plain) return png(size, [{ shape: around, colour: black }, ...(unread ? [{ shape: sign, colour: black }] : [])]);
  return png(size, [
    { shape: at(0.48), colour: sea },
    { shape: glass, colour: white },
    ...(unread ? [{ shape: sign, colour: signal }] : []),
  ]);
}

export const drawDisc = (size: number): Buffer => png(size, [{ shape: disc(0.5, 0.5, 0.4, size), colour: signal }]);
