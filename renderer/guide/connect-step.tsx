// The last step: what Google will show, then the consent page in the system browser, and how that ended if it ended badly.
import type { GuideStep } from '../../electron/contract/guide.ts';
import type { ClientSummary, SignIn } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { detailOf } from '../controls/detail.ts';
import { Mark } from '../session/mark.tsx';
import { SignInActions } from '../session/sign-in-actions.tsx';
import { guide } from '../wording/guide.ts';
import { wording } from '../wording/wording.ts';
import frame from './guide.module.css';
import type { Leading } from './leading.ts';
import { Previous } from './page-buttons.tsx';
import { ConsentSketch } from './sketches.tsx';
import { Step } from './step.tsx';
import styles from './steps.module.css';
import { Troubles } from './troubles.tsx';

const words = wording.waiting;
const guideWords = guide.connect;

interface ConnectStepProps extends Leading {
  /** The client is the organisation's: no earlier step leads to another. */
  readonly fixed: boolean;
  readonly signIn: SignIn;
  readonly client: ClientSummary | null;
  /** The consent page is open. */
  readonly onStarted: () => void;
}

export function ConnectStep(given: ConnectStepProps) {
  const { guide, fixed } = given;
  // Whoever uses an organisation's client is within it, whatever was chosen before there was one.
  const props = fixed ? { ...given, guide: { ...guide, audience: 'internal' } as const } : given;
  switch (props.signIn.state) {
    case 'none':
      return <Before key="before" {...props} />;
    case 'waiting':
      return <InTheBrowser key="waiting" {...props} signIn={props.signIn} />;
    case 'finishing':
      return (
        <Step key="finishing" step="connect" alone={props.fixed} title={words.finishing} buttons={null}>
          <div className={styles['mark']}>
            <Mark size={60} moving />
          </div>
          <progress aria-label={words.finishing} className={styles['running']} />
        </Step>
      );
    case 'failed':
      return <Ended key="failed" {...props} signIn={props.signIn} />;
  }
}

function Before({ guide, go, fixed, client, onStarted }: ConnectStepProps) {
  const { busy, failure, run } = useAction();
  const { todo, picture } = guideWords[guide.audience];

  async function start() {
    if ((await run('signIn.start', {})).ok) onStarted();
  }

  return (
    <Step
      step="connect"
      alone={fixed}
      title={guideWords.title}
      why={guideWords.why}
      todo={todo}
      picture={<ConsentSketch label={picture} audience={guide.audience} />}
      buttons={
        <>
          {!fixed && <Previous step="connect" go={go} />}
          <span className={frame['forward']}>
            <Button weight="main" disabled={busy} onClick={start}>
              {guideWords.open}
            </Button>
          </span>
        </>
      }
    >
      {client && <p className={styles['note']}>{words.with(client)}</p>}
      {failure && <Complaint failure={failure} />}
    </Step>
  );
}

interface InTheBrowserProps extends ConnectStepProps {
  readonly signIn: Extract<SignIn, { state: 'waiting' }>;
}

function InTheBrowser({ guide, go, fixed, client, signIn: { email, again } }: InTheBrowserProps) {
  const { run } = useAction();
  const { todo, picture } = guideWords[guide.audience];
  return (
    <Step
      step="connect"
      alone={fixed}
      title={words.title}
      why={`${again ? words.again : words.lead}${email ? ` ${words.as(email)}` : ''}`}
      todo={todo}
      picture={<ConsentSketch label={picture} audience={guide.audience} />}
      buttons={
        <span className={frame['forward']}>
          <SignInActions />
        </span>
      }
    >
      {client && <p className={styles['note']}>{words.with(client)}</p>}
      {!fixed && <Troubles onStep={(step) => leave(go, step, run)} onOpenAgain={() => run('signIn.openAgain', {})} />}
    </Step>
  );
}

interface EndedProps extends ConnectStepProps {
  readonly signIn: Extract<SignIn, { state: 'failed' }>;
}

function Ended({ go, fixed, signIn }: EndedProps) {
  const { busy, failure, run } = useAction();
  const { sentence, action, step } = wording.failure(signIn.failure);
  const needsClient = action === 'anotherClientFile' && !fixed;
  return (
    <Step
      step="connect"
      alone={fixed}
      title={words.failed}
      buttons={
        <span className={frame['forward']}>
          {!fixed && <Button onClick={() => leave(go, 'file', run)}>{wording.actions.anotherClientFile}</Button>}
          {step && !fixed && (
            <Button weight="main" onClick={() => leave(go, step, run)}>
              {guide.toStep(step)}
            </Button>
          )}
          <Button weight={needsClient ? 'plain' : 'main'} disabled={busy} onClick={() => run('signIn.start', {})}>
            {wording.actions.tryAgain}
          </Button>
        </span>
      }
    >
      <Complaint sentence={sentence} detail={detailOf(signIn.failure)} />
      {failure && <Complaint failure={failure} />}
      {!fixed && <Troubles onStep={(to) => leave(go, to, run)} onOpenAgain={() => run('signIn.start', {})} />}
    </Step>
  );
}

/** First where to, then away from here: the other way round would show this step again for a moment. */
function leave(go: Leading['go'], step: GuideStep, run: ReturnType<typeof useAction>['run']): void {
  go(step);
  void run('signIn.cancel', {});
}
