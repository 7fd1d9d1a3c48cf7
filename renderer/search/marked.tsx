// A text with some of it marked: text nodes only, whatever the text holds.
import { type ComponentType, Fragment } from 'react';
import type { Range } from './matches.ts';

interface MarkedProps {
  readonly text: string;
  /** In order, without overlaps. */
  readonly ranges: readonly Range[];
  /** Of what each piece is made. */
  readonly as?: ComponentType<{ readonly text: string }>;
}

export function Marked({ text, ranges, as: Piece }: MarkedProps) {
  const piece = (from?: number, to?: number) => (Piece ? <Piece text={text.slice(from, to)} /> : text.slice(from, to));
  if (ranges.length === 0) return piece();
  return (
    <>
      {ranges.map(([start, end], at) => (
        <Fragment key={start}>
          {piece(ranges[at - 1]?.[1], start)}
          <mark>{piece(start, end)}</mark>
        </Fragment>
      ))}
      {piece(ranges.at(-1)?.[1])}
    </>
  );
}
