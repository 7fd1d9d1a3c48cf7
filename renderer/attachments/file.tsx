// One attached file. Its ending, which decides what opens it, stands apart from the name: there no writing turns it round, and
// no long name pushes it away.
import Download from 'lucide-react/icons/download';
import Eye from 'lucide-react/icons/eye';
import Paperclip from 'lucide-react/icons/paperclip';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { Button } from '../controls/button.tsx';
import { size } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import styles from './attachments.module.css';
import { canBeLookedAt, type ListedFile } from './listed.ts';

const words = wording.message.attachments;

interface FileProps {
  readonly file: ListedFile;
  readonly busy: boolean;
  /** The only one: to save it is to save what is attached. */
  readonly alone: boolean;
  readonly onLook: () => void;
  readonly onSave: () => void;
}

export function File({ file, busy, alone, onLook, onSave }: FileProps) {
  const name = file.name || words.unnamed;
  return (
    <li data-danger={file.danger}>
      <span className={styles['file']}>
        <Paperclip size={13} aria-hidden="true" />
        <bdi className={styles['filename']} title={name}>
          {name}
        </bdi>
        {/* An ending has one order, whatever its letters; a word of ours has its own. */}
        {file.extension ? (
          <bdo dir="ltr" className={styles['extension']}>{`.${file.extension}`}</bdo>
        ) : (
          <span className={styles['extension']}>{words.noExtension}</span>
        )}
        <span className={styles['size']} title={file.mimeType}>
          {words.kind(file.kind)}
          {/* Of a message that is attached, Gmail does not always say it. */}
          {file.sizeBytes > 0 && (
            <>
              {' · '}
              <bdi>{size(file.sizeBytes)}</bdi>
            </>
          )}
        </span>
        {canBeLookedAt(file) && (
          <Button weight="quiet" aria-label={words.open(name)} title={words.open(name)} onClick={onLook}>
            <Eye size={14} aria-hidden="true" />
          </Button>
        )}
        <Button
          weight="quiet"
          data-command={alone ? 'message.saveFiles' : undefined}
          disabled={busy}
          aria-label={words.save(name)}
          title={words.save(name)}
          onClick={onSave}
        >
          <Download size={14} aria-hidden="true" />
        </Button>
      </span>
      {file.danger && (
        <span className={styles['danger']}>
          <TriangleAlert size={13} aria-hidden="true" />
          {words.danger(file.danger)}
        </span>
      )}
    </li>
  );
}
