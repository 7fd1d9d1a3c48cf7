import { expect, test } from 'vitest';
import { partOfRaw } from '../../../electron/gmail/raw-part.ts';

/** A message with this text alone, quoted-printable. */
const decoded = (text: string) =>
  Buffer.from(
    partOfRaw(Buffer.from(`Content-Transfer-Encoding: quoted-printable\r\n\r\n${text}`, 'latin1'), '') ?? [],
  ).toString('latin1');

test.each([
  ['a \t \r\nb', 'a\r\nb'],
  ['a  b  ', 'a  b'],
  ['a= \t\r\nb', 'ab'],
  ['a=20\r\n', 'a \r\n'],
])('of %j is left %j: blanks at the end of a line came on the way', (text, left) => {
  expect(decoded(text)).toBe(left);
});

test('blanks before a letter stay, however many', () => {
  const text = `${' '.repeat(1_000_000)}x`;
  expect(decoded(text)).toBe(text);
});
