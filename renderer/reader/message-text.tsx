// The text of a message, with what was looked for marked. It came by mail: text nodes only, each with a direction of its own.
import { memo, useMemo, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { en } from '../locales/en.ts';
import { size } from '../locales/format.ts';
import { Marked } from '../search/marked.tsx';
import { matches, noRanges, type Range, type Sought } from '../search/matches.ts';
import { beginning, type Paragraph, paragraphs, shownAtFirst } from './paragraphs.ts';
import styles from './reader.module.css';

/** Thousands of marks say no more than hundreds, and each is an element. */
const mostMarks = 500;

/** Only in what is shown at first: in megabytes of Chinese or Japanese the search takes a second or more. */
function rangesIn(parts: readonly Paragraph[], sought: readonly Sought[]): readonly (readonly Range[])[] {
  let left = mostMarks;
  let unread = shownAtFirst;
  return parts.map(({ text }) => {
    if (unread <= 0) return noRanges;
    const searched = beginning(text);
    const ranges = matches(searched, sought, left);
    unread -= searched.length;
    left -= ranges.length;
    return ranges;
  });
}

export function MessageText({ text, sought }: { readonly text: string; readonly sought: readonly Sought[] }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? text : beginning(text);
  const parts = useMemo(() => paragraphs(shown), [shown]);
  const ranges = useMemo(() => rangesIn(parts, sought), [parts, sought]);
  return (
    <div className={styles['text']}>
      {parts.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes.
        <Part key={at} paragraph={paragraph} ranges={ranges[at] ?? noRanges} />
      ))}
      {shown.length < text.length && (
        <Button onClick={() => setWhole(true)}>{en.reader.rest(size(text.length - shown.length))}</Button>
      )}
    </div>
  );
}

interface PartProps {
  readonly paragraph: Paragraph;
  readonly ranges: readonly Range[];
}

const Part = memo(function Part({ paragraph: { text, quoted }, ranges }: PartProps) {
  return (
    <p dir="auto" data-quoted={quoted || undefined}>
      <Marked text={text} ranges={ranges} />
    </p>
  );
});
