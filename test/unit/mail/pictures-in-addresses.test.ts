import { describe, expect, test } from 'vitest';
import type { Cut } from '../../../electron/mail/frame.ts';
import { bytesIn } from '../../../electron/mail/shell/bytes-in.ts';
import { createPictures } from '../../../electron/mail/shell/pictures.ts';

/** As much of a GIF as says how large it is. */
function gif(width: number, height: number): Buffer {
  const header = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1');
  header.writeUInt16LE(width, 6);
  header.writeUInt16LE(height, 8);
  return header;
}

const address = (bytes: Buffer) => `data:image/gif;base64,${bytes.toString('base64')}`;

function judging() {
  const cuts: Cut[] = [];
  const pictures = createPictures({
    related: new Map(),
    allowed: new Map(),
    isBeacon: () => false,
    onCut: (cut) => cuts.push(cut),
  });
  return { judge: (url: string) => pictures.judge(url), cuts };
}

describe('a picture in an address', () => {
  test.each([
    ['in base64', address(gif(20, 10))],
    ['escaped', `data:image/gif,${[...gif(20, 10)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')}`],
    ['in escaped base64', `data:image/gif;base64,${encodeURIComponent(gif(20, 10).toString('base64'))}`],
    ['in lines', `data:image/gif;base64,${gif(20, 10).toString('base64').replace(/..../g, '$&\r\n')}`],
    ['under another name', address(gif(20, 10)).replace('image/gif', 'image/png')],
  ])('%s is shown', (_how, url) => {
    const { judge, cuts } = judging();
    expect(judge(url)).toEqual({ path: url.trim() });
    expect(cuts).toEqual([]);
  });

  test.each([
    ['text', 'data:image/png,hello'],
    ['a drawing', 'data:image/png,<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['no base64', 'data:image/png;base64,***'],
    ['nothing', 'data:image/png;base64,'],
    ['the beginning of one', address(gif(20, 10).subarray(0, 8))],
    ['one behind a fragment', `data:image/gif;base64,#${gif(20, 10).toString('base64')}`],
  ])('that is %s is none', (_what, url) => {
    expect(judging().judge(url)).toBe('no-picture');
  });

  test('that would fill the memory is not shown, and the message says so', () => {
    const { judge, cuts } = judging();
    expect(judge(address(gif(65_535, 65_535)))).toBe('no-picture');
    expect(cuts).toEqual(['too-many-bytes-of-pictures']);
    // The same bytes but for the size.
    expect(judge(address(gif(655, 655)))).toHaveProperty('path');
  });

  test('of many that each would do, only so many are shown', () => {
    const { judge, cuts } = judging();
    const verdicts = Array.from({ length: 20 }, (_, at) => judge(address(gif(7_000, 7_000 + at))));
    expect(verdicts.filter((verdict) => typeof verdict === 'object')).toHaveLength(4);
    expect(cuts).toHaveLength(16);
    const again = Array.from({ length: 20 }, () => judge(address(gif(7_000, 7_000))));
    expect(again.every((verdict) => typeof verdict === 'object')).toBe(true);
  });
});

test('what browsers read otherwise is not read', () => {
  expect(bytesIn('https://a.example/')).toBeUndefined();
  expect(bytesIn('data:image/gif,é')).toBeUndefined();
  expect(bytesIn('data:image/gif')).toBeUndefined();
});
