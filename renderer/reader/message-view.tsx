// One message of those that are open: who wrote it, what is attached, and its text.
import { memo } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { en } from '../locales/en.ts';
import type { Marks } from '../search/marks.ts';
import { Attachments } from './attachments.tsx';
import { Envelope } from './envelope.tsx';
import { MessageText } from './message-text.tsx';
import styles from './reader.module.css';

const words = en.reader;

interface MessageViewProps {
  readonly message: Message;
  readonly marks: Marks;
}

// Typing in the filter box must not lay out a long message anew with every letter.
export const MessageView = memo(function MessageView({ message, marks }: MessageViewProps) {
  return (
    <>
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
        <MessageText text={message.text} sought={marks.text} />
      )}
    </>
  );
});
