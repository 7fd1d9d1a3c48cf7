// Asks what shall become of the mail when somebody signs out.
import { useId, useRef } from 'react';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import styles from './status.module.css';

const words = wording.signOut;

interface SignOutDialogProps {
  /** The one that is shown unless given. */
  readonly accountId?: string;
  readonly email: string;
  /** There is nothing left to sign out of: only the mail is in question. */
  readonly signedOut: boolean;
  readonly onClose: () => void;
}

export function SignOutDialog({ accountId, email, signedOut, onClose }: SignOutDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { busy, failure, run } = useAction();

  async function signOut(eraseMail: boolean) {
    const result = await run('account.signOut', { eraseMail, ...(accountId !== undefined && { accountId }) });
    if (result.ok) dialog.current?.close();
  }

  return (
    <Dialog box={dialog} title={signedOut ? words.eraseTitle(email) : words.title(email)} onClose={onClose}>
      <p className={styles['lead']}>{signedOut ? words.eraseLead : words.lead}</p>
      <div className={styles['choices']}>
        {!signedOut && <Choice busy={busy} name={words.keep} note={words.keepNote} onChoose={() => signOut(false)} />}
        <Choice
          busy={busy}
          name={words.erase}
          note={signedOut ? null : words.eraseNote}
          onChoose={() => signOut(true)}
        />
      </div>
      {failure && <Complaint failure={failure} />}
      <div className={styles['answer']}>
        <Button weight="quiet" onClick={() => dialog.current?.close()}>
          {wording.cancel}
        </Button>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly busy: boolean;
  readonly name: string;
  readonly note: string | null;
  readonly onChoose: () => void;
}

function Choice({ busy, name, note, onChoose }: ChoiceProps) {
  const noteId = useId();
  return (
    <div>
      <Button disabled={busy} aria-describedby={note ? noteId : undefined} onClick={onChoose}>
        {name}
      </Button>
      {note && <p id={noteId}>{note}</p>}
    </div>
  );
}
