// What is attached: names, true types and sizes, what is dangerous about them; to be looked at here, and to be saved.
import { useMemo, useState } from 'react';
import type { Attachment } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import type { Appearance } from '../content/appearance.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { wording } from '../wording/wording.ts';
import styles from './attachments.module.css';
import { File } from './file.tsx';
import { type ListedFile, listedFiles, type Shown } from './listed.ts';
import { Preview } from './preview.tsx';

const words = wording.message.attachments;

interface AttachmentsProps {
  readonly messageId: string;
  readonly attachments: readonly Attachment[];
  /** What the message shows in its midst; null while that is on its way. */
  readonly content: Shown | null;
  readonly format: Appearance['format'];
}

export function Attachments({ messageId, attachments, content, format }: AttachmentsProps) {
  const files = useMemo(() => listedFiles(attachments, content, format), [attachments, content, format]);
  const [looked, setLooked] = useState<ListedFile | null>(null);
  const [saved, setSaved] = useState<readonly string[] | null>(null);
  const { busy, failure, run } = useAction();
  if (files.length === 0) return null;

  async function save(partIds: readonly string[]) {
    setSaved(null);
    const result = await run('attachments.save', { id: messageId, partIds: [...partIds] });
    if (result.ok && result.value) setSaved(result.value.filenames);
  }

  return (
    <section className={styles['attachments']} aria-label={words.name}>
      <ul>
        {files.map((file) => (
          <File
            key={file.partId}
            file={file}
            busy={busy}
            alone={files.length === 1}
            onLook={() => setLooked(file)}
            onSave={() => void save([file.partId])}
          />
        ))}
      </ul>
      <div className={styles['below']}>
        {files.length > 1 && (
          <Button
            data-command="message.saveFiles"
            disabled={busy}
            onClick={() => void save(files.map(({ partId }) => partId))}
          >
            {words.saveAll}
          </Button>
        )}
        <p role="status" dir="auto">
          {busy ? words.saving : saved && words.saved(saved)}
        </p>
      </div>
      {failure && <Complaint failure={failure} />}
      {looked && (
        <Preview
          messageId={messageId}
          file={looked}
          onSave={() => void save([looked.partId])}
          onClose={() => setLooked(null)}
        />
      )}
    </section>
  );
}
