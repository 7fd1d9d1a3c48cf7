// Says aloud, politely, how the synchronisation goes, to those who don't see the line at the bottom.
import { useEffect, useRef, useState } from 'react';
import type { SessionState } from '../../electron/contract/model.ts';
import styles from '../controls/unseen.module.css';
import { announcement, standOf } from './announcement.ts';

export function Announced({ session }: { readonly session: SessionState }) {
  const { state, paused, quarters } = standOf(session);
  const before = useRef({ state, paused, quarters });
  const [said, setSaid] = useState('');

  useEffect(() => {
    const now = { state, paused, quarters };
    const next = announcement(before.current, now);
    before.current = now;
    if (next !== null) setSaid(next);
  }, [state, paused, quarters]);

  return (
    <span role="status" className={styles['unseen']} data-announced>
      {said}
    </span>
  );
}
