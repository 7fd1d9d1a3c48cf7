// One message as text. Everything that came by mail is a text node with a direction of its own.
import { useState } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import { Button } from '../controls/button.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { en } from '../locales/en.ts';
import { size } from '../locales/format.ts';
import { Attachments } from './attachments.tsx';
import { Envelope } from './envelope.tsx';
import { beginning, paragraphs } from './paragraphs.ts';
import styles from './reader.module.css';

const words = en.reader;

export function MessageView({ message }: { readonly message: Message }) {
  return (
    <article className={styles['message']}>
      <h2 dir="auto" className={styles['subject']} data-absent={!message.subject || undefined}>
        {message.subject || en.list.noSubject}
      </h2>
      <Envelope message={message} />
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
        <Text text={message.text} />
      )}
    </article>
  );
}

function Text({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  const shown = whole ? text : beginning(text);
  return (
    <div className={styles['text']}>
      {paragraphs(shown).map(({ text: paragraph, quoted }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes.
        <p key={at} dir="auto" data-quoted={quoted || undefined}>
          {paragraph}
        </p>
      ))}
      {shown.length < text.length && (
        <Button onClick={() => setWhole(true)}>{words.rest(size(text.length - shown.length))}</Button>
      )}
    </div>
  );
}
