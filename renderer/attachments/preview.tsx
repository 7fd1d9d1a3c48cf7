// Looks at an attachment over the window, without handing it to any other program.
import { useEffect, useRef, useState } from 'react';
import type { Result } from '../../electron/contract/failure.ts';
import type { Output } from '../../electron/contract/requests.ts';
import { request } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import styles from './attachments.module.css';
import type { ListedFile } from './listed.ts';
import { PdfView } from './pdf-view.tsx';
import { PictureView } from './picture-view.tsx';
import { TextView } from './text-view.tsx';

const words = wording.message.attachments;

export type OpenedFile = Output<'attachment.open'>;

interface PreviewProps {
  readonly messageId: string;
  readonly file: ListedFile;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

export function Preview({ messageId, file, onSave, onClose }: PreviewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState<Result<OpenedFile> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const { partId } = file;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again.
  useEffect(() => {
    let wanted = true;
    setOpened(null);
    void request('attachment.open', { id: messageId, partId }).then((result) => {
      if (wanted) setOpened(result);
    });
    return () => {
      wanted = false;
    };
  }, [messageId, partId, attempt]);

  return (
    <Dialog
      box={dialog}
      size="wide"
      title={file.name || words.unnamed}
      onClose={onClose}
      tools={
        <>
          <Button onClick={onSave}>{words.saveAs}</Button>
          <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles['looked']} aria-label={file.name || words.unnamed} tabIndex={0}>
        {opened === null && <p className={styles['said']}>{words.opening}</p>}
        {opened?.ok && <Looked messageId={messageId} file={file} opened={opened.value} />}
        {opened && !opened.ok && (
          <div className={styles['said']}>
            <Complaint failure={opened.failure}>
              <Button onClick={() => setAttempt((times) => times + 1)}>{wording.actions.tryAgain}</Button>
            </Complaint>
          </div>
        )}
      </section>
    </Dialog>
  );
}

interface LookedProps {
  readonly messageId: string;
  readonly file: ListedFile;
  readonly opened: OpenedFile;
}

function Looked({ messageId, file, opened }: LookedProps) {
  switch (file.preview) {
    case 'picture':
      return <PictureView messageId={messageId} file={file} opened={opened} />;
    case 'pdf':
      return <PdfView messageId={messageId} file={file} opened={opened} />;
    default:
      return <TextView opened={opened} />;
  }
}
