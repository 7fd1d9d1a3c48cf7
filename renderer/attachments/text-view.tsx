// A text that came as a file: text nodes only, each line in its own direction.
import { useMemo } from 'react';
import { size } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import styles from './attachments.module.css';
import { beginning } from './beginning.ts';
import type { OpenedFile } from './preview.tsx';

/** It ends a text for nobody: another program would open what is behind it. */
const binary = /\0/;

export function TextView({ opened: { bytes } }: { readonly opened: OpenedFile }) {
  const text = useMemo(() => new TextDecoder().decode(bytes), [bytes]);
  const shown = beginning(text);
  if (binary.test(text)) return <p className={styles['said']}>{wording.message.attachments.notShown}</p>;
  return (
    <>
      {shown.length < text.length && (
        <p className={styles['said']}>{wording.message.attachments.cut(size(shown.length), size(text.length))}</p>
      )}
      <pre className={styles['plain']}>{shown}</pre>
    </>
  );
}
