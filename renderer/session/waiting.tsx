// While the consent page is open in the system browser, and how that ended if it ended badly.
import type { ClientSummary, SignIn } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { detailOf } from '../controls/detail.ts';
import { Disclosure } from '../controls/disclosure.tsx';
import { wording } from '../wording/wording.ts';
import { Mark } from './mark.tsx';
import styles from './session.module.css';
import { SignInActions } from './sign-in-actions.tsx';
import { Title } from './title.tsx';

const words = wording.waiting;

type UnderWay = Exclude<SignIn, { state: 'none' }>;

interface WaitingProps {
  readonly signIn: UnderWay;
  readonly client: ClientSummary | null;
  readonly onAnotherClient: () => void;
  readonly onBack: () => void;
}

export function Waiting({ signIn, client, onAnotherClient, onBack }: WaitingProps) {
  return (
    <main className={styles['screen']}>
      <div className={styles['column']} aria-live="polite">
        {signIn.state === 'waiting' && <InTheBrowser signIn={signIn} client={client} />}
        {signIn.state === 'finishing' && (
          <>
            <div className={styles['mark']}>
              <Mark size={60} moving />
            </div>
            <Title>{words.finishing}</Title>
            <progress aria-label={words.finishing} className={styles['running']} />
          </>
        )}
        {signIn.state === 'failed' && <Ended signIn={signIn} onAnotherClient={onAnotherClient} onBack={onBack} />}
      </div>
    </main>
  );
}

interface InTheBrowserProps {
  readonly signIn: Extract<SignIn, { state: 'waiting' }>;
  readonly client: ClientSummary | null;
}

function InTheBrowser({ signIn: { email, again }, client }: InTheBrowserProps) {
  return (
    <>
      <div className={styles['mark']}>
        <Mark size={60} moving />
      </div>
      <Title>{words.title}</Title>
      <p className={styles['lead']}>
        {again ? words.again : words.lead} {email && words.as(email)}
      </p>
      {client && <p className={styles['aside']}>{words.with(client)}</p>}
      <div className={styles['actions']}>
        <SignInActions />
      </div>
      <Disclosure summary={words.hints}>
        <dl className={styles['hints']}>
          {words.hintList.map(([error, advice]) => (
            <div key={error}>
              <dt>{error}</dt>
              <dd>{advice}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}

interface EndedProps {
  readonly signIn: Extract<SignIn, { state: 'failed' }>;
  readonly onAnotherClient: () => void;
  readonly onBack: () => void;
}

function Ended({ signIn, onAnotherClient, onBack }: EndedProps) {
  const { busy, failure, run } = useAction();
  const { sentence, action } = wording.failure(signIn.failure);
  const needsClient = action === 'anotherClientFile';

  // First where to, then away from here: the other way round would show the first screen for a moment.
  function leave(to: () => void) {
    to();
    void run('signIn.cancel', {});
  }

  return (
    <>
      <Title>{words.failed}</Title>
      <Complaint sentence={sentence} detail={detailOf(signIn.failure)} />
      {failure && <Complaint sentence={wording.failure(failure).sentence} />}
      <div className={styles['actions']}>
        <Button weight={needsClient ? 'plain' : 'main'} disabled={busy} onClick={() => run('signIn.start', {})}>
          {wording.actions.tryAgain}
        </Button>
        <Button weight={needsClient ? 'main' : 'plain'} disabled={busy} onClick={() => leave(onAnotherClient)}>
          {wording.actions.anotherClientFile}
        </Button>
        <Button weight="quiet" onClick={() => leave(onBack)}>
          {words.back}
        </Button>
      </div>
    </>
  );
}
