// Hands over the OAuth client file in one of three ways, then starts signing in. What is wrong with a file is found by
// the main process.
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { type ClipboardEvent, useId, useState } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import type { ClientSummary } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { wording } from '../wording/wording.ts';
import { clientText, droppedText } from './client-text.ts';
import { DropZone } from './drop-zone.tsx';
import styles from './session.module.css';
import { Title } from './title.tsx';

const words = wording.client;

interface ConnectProps {
  readonly hasClient: boolean;
  /** For an account that comes in addition. */
  readonly adding: boolean;
  readonly onAccepted: (client: ClientSummary | null) => void;
  readonly onBack: () => void;
}

export function Connect({ hasClient, adding, onAccepted, onBack }: ConnectProps) {
  const { busy, failure, run, fail } = useAction();
  const [text, setText] = useState('');
  const [client, setClient] = useState<ClientSummary | null>(null);
  const field = useId();

  async function signIn(accepted: ClientSummary | null) {
    setClient(accepted);
    const started = await run(adding ? 'account.add' : 'signIn.start', {});
    if (started.ok) onAccepted(accepted);
  }

  async function accept(given: ReturnType<typeof clientText>) {
    if (!given.ok) return fail(given.failure);
    const accepted = await run('client.accept', { text: given.text });
    if (!accepted.ok) return;
    // The client's secret has no business in the window any longer.
    setText('');
    await signIn(accepted.value);
  }

  async function choose() {
    const chosen = await run('client.choose', {});
    if (chosen.ok && chosen.value) await signIn(chosen.value);
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text/plain');
    if (text.trim() !== '' || pasted.trim() === '') return;
    event.preventDefault();
    void accept(clientText(pasted));
  }

  return (
    <main className={styles['screen']}>
      <div className={styles['column']}>
        <div className={styles['backwards']}>
          <Button weight="quiet" onClick={onBack}>
            <ArrowLeft size={14} aria-hidden="true" className={styles['arrow']} />
            {words.back}
          </Button>
        </div>
        <Title>{words.title}</Title>
        {hasClient && (
          <div className={styles['before']}>
            <p>{words.beforeNote}</p>
            <Button weight="main" disabled={busy} onClick={() => signIn(null)}>
              {words.before}
            </Button>
          </div>
        )}
        <ul className={styles['lines']}>
          <li>{words.why}</li>
          <li>{words.where}</li>
          <li>{words.what}</li>
        </ul>
        <DropZone onDrop={async (dropped) => accept(await droppedText(dropped))}>
          {(over) => (
            <>
              <p className={styles['dropHere']}>{over ? words.dropNow : words.drop}</p>
              <Button weight={hasClient ? 'plain' : 'main'} disabled={busy} onClick={choose}>
                {words.choose}
              </Button>
            </>
          )}
        </DropZone>
        <div className={styles['paste']}>
          <label htmlFor={field}>{words.paste}</label>
          <textarea
            id={field}
            dir="ltr"
            rows={2}
            spellCheck={false}
            autoComplete="off"
            placeholder={'{"installed":{"client_id":…'}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onPaste={onPaste}
          />
          {text.trim() !== '' && (
            <Button disabled={busy} onClick={() => accept(clientText(text))}>
              {words.use}
            </Button>
          )}
        </div>
        <Progress busy={busy} client={client} failure={failure} />
        <Disclosure summary={words.steps}>
          <ol className={styles['steps']}>
            {words.stepList.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Disclosure>
      </div>
    </main>
  );
}

interface ProgressProps {
  readonly busy: boolean;
  readonly client: ClientSummary | null;
  readonly failure: Failure | null;
}

function Progress({ busy, client, failure }: ProgressProps) {
  return (
    <div aria-live="polite" className={styles['progress']}>
      {busy && !client && <p className={styles['late']}>{words.checking}</p>}
      {busy && client && (
        <p>
          <bdi>{words.accepted(client)}</bdi>. {words.goingOn}
        </p>
      )}
      {failure && <Complaint sentence={wording.failure(failure).sentence} />}
    </div>
  );
}
