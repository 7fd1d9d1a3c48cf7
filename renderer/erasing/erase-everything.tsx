// The button that erases all that is kept on this computer, with one question before it does.
import { useRef, useState } from 'react';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Dialog } from '../controls/dialog.tsx';
import styles from '../lock/lock.module.css';
import { Check } from '../settings/setting.tsx';
import { erase as words } from '../wording/guarding.ts';
import { wording } from '../wording/wording.ts';

export function EraseEverything() {
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{words.name}</Button>
      {asking && <Question onClose={() => setAsking(false)} />}
    </div>
  );
}

function Question({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [revoke, setRevoke] = useState(true);
  const { busy, failure, run } = useAction();
  return (
    <Dialog box={dialog} title={words.title} onClose={onClose}>
      <p>{words.lead}</p>
      <Check name={words.revoke} note={words.revokeNote} on={revoke} onTurn={setRevoke} />
      {failure && failure.kind !== 'erased' && <Complaint failure={failure} />}
      <div className={styles['pair']}>
        {/* Then the window is loaded anew, and says what is gone. */}
        <Button weight="main" disabled={busy} onClick={() => run('erase.everything', { revoke })}>
          {busy ? words.running : words.erase}
        </Button>
        <Button weight="quiet" disabled={busy} onClick={() => dialog.current?.close()}>
          {wording.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
