// Hands over the client file in one of three ways. What is wrong with it is found by the main process; whether it is of the
// project that was typed, here.
import { type ClipboardEvent, useId, useState } from 'react';
import type { ClientSummary } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { guide } from '../wording/guide.ts';
import { wording } from '../wording/wording.ts';
import { clientText, droppedText } from './client-text.ts';
import { DropZone } from './drop-zone.tsx';
import frame from './guide.module.css';
import type { Leading } from './leading.ts';
import { Previous } from './page-buttons.tsx';
import { isOtherProject } from './project.ts';
import { Step } from './step.tsx';
import styles from './steps.module.css';

const words = wording.client;
const guideWords = guide.file;

interface FileStepProps extends Leading {
  readonly hasClient: boolean;
  readonly onAccepted: (client: ClientSummary) => void;
}

export function FileStep(props: FileStepProps) {
  const { guide, change, go, say, hasClient, onAccepted } = props;
  const { busy, failure, run, fail } = useAction();
  const [text, setText] = useState('');
  const [other, setOther] = useState<(ClientSummary & { readonly projectId: string }) | null>(null);
  const field = useId();

  function takeIt(client: ClientSummary) {
    onAccepted(client);
    if (client.projectId !== null) change({ project: client.projectId, step: 'connect' });
    else go('connect');
    say(`${words.accepted(client)}.`);
  }

  function judge(client: ClientSummary) {
    const { projectId } = client;
    if (isOtherProject(guide.project, projectId)) setOther({ ...client, projectId });
    else takeIt(client);
  }

  async function accept(given: ReturnType<typeof clientText>) {
    setOther(null);
    if (!given.ok) return fail(given.failure);
    const accepted = await run('client.accept', { text: given.text });
    if (!accepted.ok) return;
    // The client's secret has no business in the window any longer.
    setText('');
    judge(accepted.value);
  }

  async function choose() {
    setOther(null);
    const chosen = await run('client.choose', {});
    if (chosen.ok && chosen.value) judge(chosen.value);
  }

  function onPaste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData('text/plain');
    if (text.trim() !== '' || pasted.trim() === '') return;
    event.preventDefault();
    void accept(clientText(pasted));
  }

  return (
    <Step
      step="file"
      title={guideWords.title}
      why={guideWords.why}
      buttons={
        <>
          <Previous step="file" go={go} />
          <span className={frame['forward']}>
            <Button weight="quiet" onClick={() => go('client')}>
              {guideWords.missing}
            </Button>
          </span>
        </>
      }
    >
      {hasClient && !other && (
        <div className={styles['before']}>
          <p>{words.beforeNote}</p>
          <Button weight="main" disabled={busy} onClick={() => go('connect')}>
            {guideWords.before}
          </Button>
        </div>
      )}
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
      <div className={styles['field']}>
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
      <div aria-live="polite">
        {busy && <p className={styles['late']}>{words.checking}</p>}
        {failure && <Complaint failure={failure} />}
        {other && (
          <Complaint sentence={guideWords.other(other.projectId, guide.project)}>
            <span className={styles['pair']}>
              <Button onClick={() => takeIt(other)}>{guideWords.goOnWith(other.projectId)}</Button>
              <Button onClick={() => setOther(null)}>{guideWords.again}</Button>
            </span>
          </Complaint>
        )}
      </div>
    </Step>
  );
}
