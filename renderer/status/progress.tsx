// How far the mailbox is on this computer, how fast it comes in, and the button that stops it for a while.
import Pause from 'lucide-react/icons/pause';
import Play from 'lucide-react/icons/play';
import { useState } from 'react';
import type { SessionState, SyncState } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { wording } from '../wording/wording.ts';
import { useCalm } from './calm.ts';
import { command } from './command.ts';
import styles from './status.module.css';
import { steady } from './steady.ts';

const words = wording.status.progress;

function Pace({ paused, diskFull, messagesPerMinute, leftMs }: SyncState) {
  const [shownMs, setShownMs] = useState(leftMs);
  const left = steady(shownMs, leftMs);
  if (left !== shownMs) setShownMs(left);
  if (diskFull) return null;
  if (paused) return <bdi className={styles['remaining']}>{words.paused}</bdi>;
  return (
    <>
      {messagesPerMinute !== null && <bdi className={styles['rate']}>{words.rate(messagesPerMinute)}</bdi>}
      {left !== null && <bdi className={styles['remaining']}>{words.left(left)}</bdi>}
    </>
  );
}

export function Progress({ session: { connection, sync } }: { readonly session: SessionState }) {
  const shown = useCalm(sync);
  const { busy, run } = useAction(command);
  if (connection.state === 'local') return <span className={styles['progress']} />;
  const { onDisk, inMailbox } = shown;
  const whole = { onDisk: inMailbox, inMailbox: inMailbox + 1 };
  const unfinished = onDisk < inMailbox;
  // Whether it is paused is answered at once: somebody pressed the button.
  const { paused } = sync;
  return (
    <span className={styles['progress']}>
      {unfinished && <Pace {...shown} paused={paused} />}
      {unfinished && <progress aria-label={words.name} value={onDisk} max={inMailbox} />}
      <span className={styles['onDisk']}>
        <bdi>{words.onDisk(shown)}</bdi>
        {/* As wide as it is going to be, so that nothing beside it moves. */}
        {unfinished && <bdi aria-hidden="true">{words.onDisk(whole)}</bdi>}
      </span>
      {(unfinished || paused) && connection.state !== 'signed-out' && (
        <Button
          weight="quiet"
          disabled={busy}
          aria-label={paused ? words.resume : words.pause}
          title={paused ? words.resume : words.pause}
          onClick={() => run('sync.pause', { paused: !paused })}
        >
          {paused ? <Play size={13} aria-hidden="true" /> : <Pause size={13} aria-hidden="true" />}
        </Button>
      )}
    </span>
  );
}
