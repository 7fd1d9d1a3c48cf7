// Asks before a doubtful link is followed, and says what is doubtful about it. Not to follow it is the answer at hand.
import { useEffect, useRef } from 'react';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import { LinkAddress } from './link-line.tsx';
import styles from './links.module.css';
import type { Asked } from './links.tsx';

const words = wording.message.links;

interface LinkDialogProps {
  readonly asked: Asked;
  readonly onClose: () => void;
}

export function LinkDialog({ asked: { id, link }, onClose }: LinkDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  const { busy, failure, run } = useAction();
  const close = () => dialog.current?.close();

  // Enter and Space must not follow it.
  useEffect(() => cancel.current?.focus(), []);

  if (!link) {
    return (
      <Dialog box={dialog} title={words.refusedTitle} onClose={onClose}>
        <p>{words.refused}</p>
        <div className={styles['answers']}>
          <Button ref={cancel} weight="main" onClick={close}>
            {words.close}
          </Button>
        </div>
      </Dialog>
    );
  }

  async function open(url: string) {
    const result = await run('link.open', { id, url });
    if (result.ok) close();
  }

  return (
    <Dialog box={dialog} title={link.kind === 'web' ? words.title : words.mailTitle} onClose={onClose}>
      <p className={styles['goal']}>
        <LinkAddress display={link.display} />
      </p>
      <ul className={styles['reasons']}>
        {link.warnings.map((warning) => (
          <li key={warning.kind} dir="auto">
            {words.warning(warning)}
          </li>
        ))}
      </ul>
      {failure && <Complaint failure={failure} />}
      <div className={styles['answers']}>
        <Button disabled={busy} onClick={() => open(link.url)}>
          {words.open}
        </Button>
        <Button ref={cancel} weight="main" onClick={close}>
          {wording.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
