// What is attached: names, types and sizes.
import Paperclip from 'lucide-react/icons/paperclip';
import type { Attachment } from '../../electron/contract/model.ts';
import { en } from '../locales/en.ts';
import { size } from '../locales/format.ts';
import styles from './reader.module.css';
import { visible } from './visible.ts';

export function Attachments({ attachments }: { readonly attachments: readonly Attachment[] }) {
  return (
    <ul className={styles['attachments']} aria-label={en.reader.attachments}>
      {attachments.map(({ partId, filename, mimeType, sizeBytes }) => (
        <li key={partId} title={mimeType}>
          <Paperclip size={13} aria-hidden="true" />
          <bdi className={styles['filename']}>{visible(filename) || en.reader.unnamed}</bdi>
          <bdi className={styles['size']}>{size(sizeBytes)}</bdi>
        </li>
      ))}
    </ul>
  );
}
