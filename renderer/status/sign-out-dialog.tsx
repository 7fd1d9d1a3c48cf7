// Asks what shall become of the mail when somebody signs out. The browser's own dialog keeps the focus inside.
import { useEffect, useId, useRef } from 'react';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { en } from '../locales/en.ts';
import styles from './status.module.css';

const words = en.signOut;

interface SignOutDialogProps {
  readonly email: string;
  /** There is nothing left to sign out of: only the mail is in question. */
  readonly signedOut: boolean;
  readonly onClose: () => void;
}

export function SignOutDialog({ email, signedOut, onClose }: SignOutDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { busy, failure, run } = useAction();

  useEffect(() => dialog.current?.showModal(), []);

  async function signOut(eraseMail: boolean) {
    const result = await run('account.signOut', { eraseMail });
    if (result.ok) dialog.current?.close();
  }

  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby={title} onClose={onClose}>
      <h2 id={title}>{signedOut ? words.eraseTitle(email) : words.title(email)}</h2>
      <p>{signedOut ? words.eraseLead : words.lead}</p>
      <div className={styles['choices']}>
        {!signedOut && <Choice busy={busy} name={words.keep} note={words.keepNote} onChoose={() => signOut(false)} />}
        <Choice
          busy={busy}
          name={words.erase}
          note={signedOut ? null : words.eraseNote}
          onChoose={() => signOut(true)}
        />
      </div>
      {failure && <Complaint sentence={en.failure(failure).sentence} />}
      <Button weight="quiet" onClick={() => dialog.current?.close()}>
        {en.cancel}
      </Button>
    </dialog>
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
