// A PDF that came as a file, drawn in a frame of its own: the window hands it over and hears what became of it.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type FromPdf, parseFromPdf, type ToPdf } from '../../electron/mail/pdf-frame.ts';
import { request } from '../bridge.ts';
import { wording } from '../wording/wording.ts';
import styles from './attachments.module.css';
import type { ListedFile } from './listed.ts';
import { pdfFile } from './pdf-file.ts';
import type { OpenedFile } from './preview.tsx';

const words = wording.message.attachments;

interface PdfViewProps {
  readonly messageId: string;
  readonly file: ListedFile;
  readonly opened: OpenedFile;
}

export function PdfView({ messageId, file: { name }, opened: { bytes } }: PdfViewProps) {
  const [host, setHost] = useState<string | null>(null);
  const [heard, setHeard] = useState<FromPdf | null>(null);
  const frame = useRef<HTMLIFrameElement>(null);

  const say = useEffectEvent((message: ToPdf) => frame.current?.contentWindow?.postMessage(message, `mail://${host}`));
  const hear = useEffectEvent((message: FromPdf) => {
    switch (message.kind) {
      case 'ready':
        return say({ kind: 'show', bytes, pageName: words.pageName });
      case 'wants':
        return void pdfFile(message.name).then((found) => say({ kind: 'file', name: message.name, bytes: found }));
      case 'escape':
        return void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
      default:
        return setHeard(message);
    }
  });

  useEffect(() => {
    let wanted = true;
    let made: string | null = null;
    const close = (closed: string) => void request('view.close', { host: closed });
    void request('view.open', { id: messageId }).then((result) => {
      if (!result.ok) {
        if (wanted) setHeard({ kind: 'failed', reason: 'broken' });
        return;
      }
      made = result.value.host;
      if (wanted) setHost(made);
      else close(made);
    });
    return () => {
      wanted = false;
      if (made !== null) close(made);
    };
  }, [messageId]);

  useEffect(() => {
    if (host === null) return;
    const onMessage = (event: MessageEvent) => {
      if (event.source !== frame.current?.contentWindow || event.origin !== `mail://${host}`) return;
      const message = parseFromPdf(event.data);
      if (message) hear(message);
    };
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, [host]);

  if (heard?.kind === 'failed') {
    return <p className={styles['said']}>{heard.reason === 'password' ? words.password : words.notShown}</p>;
  }
  return (
    <>
      {heard === null && <p className={styles['said']}>{words.opening}</p>}
      {heard?.kind === 'shown' && heard.shown < heard.pages && (
        <p className={styles['said']}>{words.pages(heard.shown, heard.pages)}</p>
      )}
      {host !== null && (
        <iframe
          ref={frame}
          className={styles['pdf']}
          src={`mail://${host}/pdf`}
          // Both together, as with a message's frame: it needs a worker of its own origin, and that origin owns nothing.
          sandbox="allow-scripts allow-same-origin"
          title={name}
        />
      )}
    </>
  );
}
