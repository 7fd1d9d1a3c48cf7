// The way to an OAuth client of one's own, one step a screen, and from there into the mailbox.
import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useState } from 'react';
import { type GuideStep, guideSteps } from '../../electron/contract/guide.ts';
import type { ClientSummary, SessionState } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { useCommands } from '../commands/use-commands.ts';
import { Button } from '../controls/button.tsx';
import { Unseen } from '../controls/unseen.tsx';
import { guide as words } from '../wording/guide.ts';
import { wording } from '../wording/wording.ts';
import { ConnectStep } from './connect-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './guide.module.css';
import type { Leading } from './leading.ts';
import { ApiStep, AudienceStep, BrandingStep, ClientStep } from './page-steps.tsx';
import { ProjectStep } from './project-step.tsx';
import { StepList } from './step-list.tsx';
import { type GuideState, stepNumber } from './use-guide.ts';

interface GuideProps extends GuideState {
  readonly session: SessionState;
  readonly onLeave: () => void;
}

/** Without a client there is nothing to sign in with: a run remembers none of the run before. */
function stepShown(step: GuideStep, { account, signIn, hasClient, policy }: SessionState): GuideStep {
  // Its client is the organisation's: there is nothing to be made.
  if (policy.client) return 'connect';
  if (!account && (signIn.state === 'waiting' || signIn.state === 'finishing')) return 'connect';
  return step === 'connect' && !hasClient ? 'file' : step;
}

export function GuideScreen({ guide, change, session, onLeave }: GuideProps) {
  const { busy, run } = useAction();
  const [client, setClient] = useState<ClientSummary | null>(null);
  const [said, say] = useState('');
  const { account, connection, hasClient, policy } = session;
  const current = stepShown(guide.step, session);
  // With a mailbox open, its banner does the waiting.
  const signIn = account ? ({ state: 'none' } as const) : session.signIn;
  const isAway = signIn.state === 'waiting' || signIn.state === 'finishing';

  const go = (step: GuideStep) => {
    say('');
    change({ step });
  };
  const leading: Leading = { guide, change, go, say };

  function leave() {
    onLeave();
    if (signIn.state !== 'none') void run('signIn.cancel', {});
  }

  async function openSample() {
    if ((await run('sample.open', {})).ok && signIn.state !== 'none') void run('signIn.cancel', {});
  }

  const stepBack = () => {
    const before = policy.client ? undefined : guideSteps[stepNumber(current) - 2];
    if (before) go(before);
    else leave();
  };
  useCommands({ 'window.back': isAway ? undefined : stepBack });

  return (
    <main className={styles['guide']} aria-label={words.name}>
      <header className={styles['top']}>
        <Button weight="quiet" onClick={leave}>
          <ArrowLeft size={14} aria-hidden="true" className={styles['arrow']} />
          {account ? words.toMailbox : words.toStart}
        </Button>
        {!account && (
          <Button weight="quiet" disabled={busy || signIn.state === 'finishing'} onClick={openSample}>
            {wording.welcome.sample}
          </Button>
        )}
      </header>
      {!policy.client && <StepList hasClient={hasClient} current={current} disabled={isAway} onStep={go} />}
      {current === 'project' && <ProjectStep {...leading} />}
      {current === 'api' && <ApiStep {...leading} account={account} connection={connection} onLeave={leave} />}
      {current === 'branding' && <BrandingStep {...leading} />}
      {current === 'audience' && <AudienceStep {...leading} />}
      {current === 'client' && <ClientStep {...leading} />}
      {current === 'file' && <FileStep {...leading} hasClient={hasClient} onAccepted={setClient} />}
      {current === 'connect' && (
        <ConnectStep
          {...leading}
          fixed={policy.client}
          signIn={signIn}
          client={client}
          onStarted={() => account && onLeave()}
        />
      )}
      <div aria-live="polite">
        <Unseen>{said}</Unseen>
      </div>
    </main>
  );
}
