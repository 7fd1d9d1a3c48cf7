// One message as text. Everything that came by mail is a text node with a direction of its own.
import { memo, useMemo, useState } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import { Button } from '../controls/button.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { en } from '../locales/en.ts';
import { size } from '../locales/format.ts';
import { Marked } from '../search/marked.tsx';
import type { Marks } from '../search/marks.ts';
import { matches, noRanges, type Range, type Wanted } from '../search/matches.ts';
import { Attachments } from './attachments.tsx';
import { Envelope } from './envelope.tsx';
import { beginning, type Paragraph, paragraphs, shownAtFirst } from './paragraphs.ts';
import styles from './reader.module.css';

const words = en.reader;

interface MessageViewProps {
  readonly message: Message;
  readonly marks: Marks;
}

// Typing in the filter box must not lay out a long message anew with every letter.
export const MessageView = memo(function MessageView({ message, marks }: MessageViewProps) {
  return (
    <article className={styles['message']}>
      <h2 dir="auto" className={styles['subject']} data-absent={!message.subject || undefined}>
        {message.subject ? (
          <Marked text={message.subject} ranges={matches(message.subject, marks.subject)} />
        ) : (
          en.list.noSubject
        )}
      </h2>
      <Envelope message={message} marks={marks} />
      <Disclosure summary={words.allHeaders}>
        <dl className={styles['headers']}>
          {message.headers.map(({ name, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and their order never changes.
            <div key={at}>
              <dt dir="ltr">{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      {message.attachments.length > 0 && <Attachments attachments={message.attachments} />}
      {message.textFrom === 'html' && <p className={styles['note']}>{words.htmlOnly}</p>}
      {message.textFrom === 'none' || message.text.trim() === '' ? (
        <p className={styles['note']}>{words.noText}</p>
      ) : (
        <Text text={message.text} wanted={marks.text} />
      )}
    </article>
  );
});

/** Thousands of marks say no more than hundreds, and each is an element. */
const mostMarks = 500;

/** Only in what is shown at first: in megabytes of Chinese or Japanese the search takes a second or more. */
function rangesIn(parts: readonly Paragraph[], wanted: readonly Wanted[]): readonly (readonly Range[])[] {
  let left = mostMarks;
  let unread = shownAtFirst;
  return parts.map(({ text }) => {
    if (unread <= 0) return noRanges;
    const searched = beginning(text);
    const ranges = matches(searched, wanted, left);
    unread -= searched.length;
    left -= ranges.length;
    return ranges;
  });
}

function Text({ text, wanted }: { readonly text: string; readonly wanted: readonly Wanted[] }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? text : beginning(text);
  const parts = useMemo(() => paragraphs(shown), [shown]);
  const ranges = useMemo(() => rangesIn(parts, wanted), [parts, wanted]);
  return (
    <div className={styles['text']}>
      {parts.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes.
        <Part key={at} paragraph={paragraph} ranges={ranges[at] ?? noRanges} />
      ))}
      {shown.length < text.length && (
        <Button onClick={() => setWhole(true)}>{words.rest(size(text.length - shown.length))}</Button>
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
