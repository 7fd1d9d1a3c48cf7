// One line of the sidebar: a place, a label, a search, or the name of a group of them.
import Bell from 'lucide-react/icons/bell';
import Bookmark from 'lucide-react/icons/bookmark';
import FilePen from 'lucide-react/icons/file-pen';
import Flag from 'lucide-react/icons/flag';
import History from 'lucide-react/icons/history';
import Inbox from 'lucide-react/icons/inbox';
import Mails from 'lucide-react/icons/mails';
import Megaphone from 'lucide-react/icons/megaphone';
import MessagesSquare from 'lucide-react/icons/messages-square';
import OctagonAlert from 'lucide-react/icons/octagon-alert';
import Send from 'lucide-react/icons/send';
import Star from 'lucide-react/icons/star';
import Trash2 from 'lucide-react/icons/trash-2';
import User from 'lucide-react/icons/user';
import Users from 'lucide-react/icons/users';
import X from 'lucide-react/icons/x';
import { type ComponentType, type MouseEvent, useEffect, useRef } from 'react';
import { Unseen } from '../controls/unseen.tsx';
import { number } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import type { Entry } from './entries.ts';
import styles from './labels.module.css';
import type { PlaceName } from './places.ts';

type Icon = ComponentType<{ readonly size: number; readonly 'aria-hidden': true }>;

const placeIcons: Readonly<Record<PlaceName, Icon>> = {
  inbox: Inbox,
  starred: Star,
  important: Flag,
  sent: Send,
  drafts: FilePen,
  all: Mails,
  spam: OctagonAlert,
  trash: Trash2,
  primary: User,
  social: Users,
  promotions: Megaphone,
  updates: Bell,
  forums: MessagesSquare,
};

function Sign({ entry }: { readonly entry: Entry }) {
  switch (entry.kind) {
    case 'place':
    case 'category': {
      const Shown = placeIcons[entry.name];
      return <Shown size={15} aria-hidden={true} />;
    }
    case 'saved':
      return <Bookmark size={14} aria-hidden={true} />;
    case 'recent':
      return <History size={14} aria-hidden={true} />;
    case 'label':
      return <span className={styles['dot']} data-ground={entry.colour?.background} />;
    case 'group':
      return null;
  }
}

interface EntryLineProps {
  readonly entry: Entry;
  readonly current: boolean;
  /** Whether the Tab key leads here. */
  readonly reached: boolean;
  readonly onChoose: () => void;
  readonly onFocus: () => void;
  readonly onTurn: () => void;
  readonly onRemove: (() => void) | null;
}

export function EntryLine({ entry, current, reached, onChoose, onFocus, onTurn, onRemove }: EntryLineProps) {
  const line = useRef<HTMLLIElement>(null);
  const name = wording.labels.entry(entry);

  // Whatever was chosen elsewhere is in view here.
  useEffect(() => {
    if (!current) return undefined;
    // Not before the frame: where there is nothing laid out yet, it would be laid out for this alone.
    const frame = requestAnimationFrame(() => line.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [current]);

  const only = (act: () => void) => (event: MouseEvent) => {
    event.stopPropagation();
    act();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for all its lines.
    <li
      ref={line}
      role="treeitem"
      tabIndex={reached ? 0 : -1}
      className={styles['entry']}
      aria-level={entry.level}
      aria-expanded={entry.folded === null ? undefined : !entry.folded}
      aria-selected={current}
      aria-current={current ? 'page' : undefined}
      data-kind={entry.kind}
      data-unread={entry.unread || undefined}
      title={entry.query ?? undefined}
      onClick={onChoose}
      onFocus={onFocus}
    >
      {/* The arrow key does the same. */}
      <span className={styles['fold']} aria-hidden="true" onClick={entry.folded === null ? undefined : only(onTurn)} />
      <Sign entry={entry} />
      <bdi className={styles['name']}>{name}</bdi>
      {entry.count > 0 && (
        <span className={styles['count']}>
          {number(entry.count)}
          <Unseen>{entry.unread ? wording.labels.unread : ''}</Unseen>
        </span>
      )}
      {onRemove && (
        // The Delete key does the same.
        <button
          type="button"
          tabIndex={-1}
          className={styles['remove']}
          aria-label={entry.kind === 'group' ? wording.labels.clearRecent : wording.labels.remove(name)}
          title={entry.kind === 'group' ? wording.labels.clearRecent : wording.labels.remove(name)}
          onClick={only(onRemove)}
        >
          <X size={13} aria-hidden="true" />
        </button>
      )}
    </li>
  );
}
