// A text with some of it marked: text nodes only, whatever the text holds.
import { Fragment } from 'react';
import type { Range } from './matches.ts';

interface MarkedProps {
  readonly text: string;
  /** In order, without overlaps. */
  readonly ranges: readonly Range[];
}

export function Marked({ text, ranges }: MarkedProps) {
  if (ranges.length === 0) return text;
  return (
    <>
      {ranges.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(ranges[at - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.[1])}
    </>
  );
}
