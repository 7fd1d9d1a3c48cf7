// One message alone, as it goes to paper: who wrote it and what stands in it, light and in its own colours. Says by its title
// when all of it is laid out: electron/window/print-window.ts waits for that.
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Message } from '../../electron/contract/model.ts';
import { readyTitle } from '../../electron/contract/print.ts';
import { shownSubject, subjectDirection } from '../../electron/mail/subjects.ts';
import { useAnswers } from '../asked.ts';
import { request } from '../bridge.ts';
import { appearanceOf } from '../content/appearance.ts';
import { useBody } from '../content/bodies.ts';
import { MessageContent } from '../content/content.tsx';
import { useSender } from '../content/senders.ts';
import { Envelope } from '../reader/envelope.tsx';
import { marksOf } from '../search/marks.ts';
import { settings } from '../settings/settings.ts';
import '../wording/document-language.ts';
import { wording } from '../wording/wording.ts';
import { OnPaper } from './paper.ts';
import styles from './print.module.css';

const noMarks = marksOf(null);

function Printed({ message }: { readonly message: Message }) {
  const asked = useBody(message.id);
  const sender = useSender(message.from[0]?.email ?? '');
  const { value } = useAnswers(settings);
  const laidOut = asked.value !== null && sender.known && value !== null;

  useEffect(() => {
    if (!laidOut) return;
    // A frame that can't be shown gives way to its text.
    const timer = setInterval(() => {
      if (document.querySelector('[data-find="frame"]:not(:has(iframe[data-shown]))')) return;
      clearInterval(timer);
      requestAnimationFrame(() => {
        document.title = readyTitle;
      });
    }, 50);
    return () => clearInterval(timer);
  }, [laidOut]);

  return (
    <article className={styles['page']}>
      <h1 dir={subjectDirection(message.subject)}>{shownSubject(message.subject) || wording.list.noSubject}</h1>
      <Envelope message={message} marks={noMarks} />
      <MessageContent
        message={message}
        asked={asked}
        sender={sender}
        appearance={{ ...appearanceOf(sender.choice, value), colours: 'original' }}
        isFirst
        marks={noMarks}
      />
    </article>
  );
}

function PrintPage({ id }: { readonly id: string }) {
  const [message, setMessage] = useState<Message | null>(null);
  useEffect(() => {
    void request('message.open', { id }).then((result) => result.ok && setMessage(result.value));
  }, [id]);
  return <OnPaper value={true}>{message && <Printed message={message} />}</OnPaper>;
}

export function print(root: HTMLElement, id: string): void {
  // Paper is white, whatever the window is.
  document.documentElement.style.colorScheme = 'light';
  createRoot(root).render(<PrintPage id={id} />);
}
