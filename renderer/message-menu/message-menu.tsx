// What can be done with a message beyond reading it: to see it as it was sent, to print it, to keep it as a file.
import Ellipsis from 'lucide-react/icons/ellipsis';
import { useId, useRef, useState } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import type { RequestName } from '../../electron/contract/requests.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Popover } from '../controls/popover.tsx';
import { startExport } from '../exports/exports.ts';
import type { MessageCommand } from '../reader/use-message-commands.ts';
import { wording } from '../wording/wording.ts';
import { HeadersDialog } from './headers-dialog.tsx';
import styles from './menu.module.css';
import { SourceDialog } from './source-dialog.tsx';

const words = wording.message.menu;

export function MessageMenu({ message }: { readonly message: Message }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [looked, setLooked] = useState<'source' | 'headers' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const { busy, failure, run } = useAction();

  const leave = () => {
    setSaid(null);
    menu.current?.hidePopover();
    button.current?.focus();
  };
  const look = (what: 'source' | 'headers') => {
    leave();
    setLooked(what);
  };
  const start = <Name extends RequestName>(...asked: Parameters<typeof run<Name>>) => {
    leave();
    return run(...asked);
  };

  async function saveOriginal() {
    const result = await start('message.export', { id: message.id });
    if (result.ok && result.value) setSaid(words.saved(result.value.filename));
  }

  return (
    <div className={styles['place']}>
      <button
        ref={button}
        type="button"
        className={styles['more']}
        popoverTarget={id}
        aria-haspopup="dialog"
        data-command="message.menu"
        aria-label={words.name}
        title={words.name}
      >
        <Ellipsis size={16} aria-hidden="true" />
      </button>
      <Popover ref={menu} id={id} name={words.name} className={styles['menu']}>
        <ul>
          <Item command="message.source" name={words.source} onChoose={() => look('source')} />
          <Item command="message.headers" name={words.headers} onChoose={() => look('headers')} />
          <Item
            command="message.print"
            name={words.print}
            busy={busy}
            onChoose={() => start('message.print', { id: message.id, as: 'paper' })}
          />
          <Item
            command="message.pdf"
            name={words.pdf}
            busy={busy}
            onChoose={() => start('message.print', { id: message.id, as: 'pdf' })}
          />
          <Item command="message.save" name={words.eml} busy={busy} onChoose={() => void saveOriginal()} />
          <Item
            command="message.export"
            name={words.mbox}
            busy={busy}
            onChoose={() => startExport({ threadId: message.threadId }, start)}
          />
        </ul>
      </Popover>
      <span role="status" dir="auto" className={styles['said']}>
        {said}
      </span>
      {failure && <Complaint failure={failure} />}
      {looked === 'source' && <SourceDialog id={message.id} onClose={() => setLooked(null)} />}
      {looked === 'headers' && <HeadersDialog headers={message.headers} onClose={() => setLooked(null)} />}
    </div>
  );
}

interface ItemProps {
  readonly command: MessageCommand;
  readonly name: string;
  readonly busy?: boolean;
  readonly onChoose: () => unknown;
}

function Item({ command, name, busy = false, onChoose }: ItemProps) {
  return (
    <li>
      <Button weight="quiet" data-command={command} disabled={busy} onClick={() => void onChoose()}>
        {name}
      </Button>
    </li>
  );
}
