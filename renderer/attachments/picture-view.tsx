// A picture that came as a file, in a frame like a message's: the window itself never decodes what a stranger drew.
import { useMemo, useState } from 'react';
import { Framed, type FramedOptions } from '../reader/framed.tsx';
import { wording } from '../wording/wording.ts';
import styles from './attachments.module.css';
import type { ListedFile } from './listed.ts';
import type { OpenedFile } from './preview.tsx';

const words = wording.message.attachments;

const html = '<p align="center"><img src="cid:looked-at" style="max-width: 100%; height: auto"></p>';
const nothing = () => {};

interface PictureViewProps {
  readonly messageId: string;
  readonly file: ListedFile;
  readonly opened: OpenedFile;
}

export function PictureView({ messageId, file: { partId, name }, opened: { mimeType } }: PictureViewProps) {
  const [failed, setFailed] = useState(!mimeType.startsWith('image/'));
  const options = useMemo<FramedOptions>(
    () => ({
      related: [['looked-at', partId]],
      pictures: [],
      colours: 'original',
      dark: false,
      zoom: 1,
      fits: false,
      quoted: '',
      marks: [],
    }),
    [partId],
  );
  if (failed) return <p className={styles['said']}>{words.notShown}</p>;
  return (
    <div className={styles['picture']}>
      <Framed
        id={messageId}
        html={html}
        options={options}
        title={name}
        find={null}
        onBlocked={nothing}
        onLink={nothing}
        onHover={nothing}
        onFailed={() => setFailed(true)}
      />
    </div>
  );
}
