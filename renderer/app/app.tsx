// Which screen is shown. Everything it decides by is in the session; how far the guide has come is in the settings.
import { useEffect, useState } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import type { GuideStep } from '../../electron/contract/guide.ts';
import { offerAdding } from '../accounts/accounts.ts';
import { useAnswers } from '../asked.ts';
import { useMenu } from '../commands/menu.ts';
import { Overlays } from '../commands/overlays.tsx';
import { useKeys } from '../commands/use-commands.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { later } from '../controls/later.tsx';
import { useGuide } from '../guide/use-guide.ts';
import { mailboxKey, session as sessionAnswers } from '../session/session.ts';
import { Welcome } from '../session/welcome.tsx';
import { settings as settingsAnswers } from '../settings/settings.ts';
import { useRootAttributes } from '../settings/use-root-attributes.ts';
import { BannerLine } from '../status/banner.tsx';
import { command } from '../status/command.ts';
import { useWhere } from '../where.ts';
import { wording } from '../wording/wording.ts';
import styles from './app.module.css';
import { Mailbox } from './mailbox.tsx';

const LockScreen = later(async () => (await import('../lock/lock-screen.tsx')).LockScreen);
const ErasedScreen = later(async () => (await import('../erasing/erased-screen.tsx')).ErasedScreen);
const GuideScreen = later(async () => (await import('../guide/guide.tsx')).GuideScreen);

export function App() {
  useKeys();
  useMenu();
  const { value: session } = useAnswers(sessionAnswers);
  return (
    <>
      <Screen />
      <Overlays hasMailbox={Boolean(session?.account)} />
    </>
  );
}

/** Of whatever may be told, nothing is: why, and what can be done. */
function Instead({ failure }: { readonly failure: Failure }) {
  if (failure.kind === 'locked' || failure.kind === 'erased')
    return failure.kind === 'locked' ? <LockScreen /> : <ErasedScreen />;
  return (
    <main className={styles['failed']}>
      <Complaint failure={failure}>
        <Button onClick={sessionAnswers.again}>{wording.actions.tryAgain}</Button>
      </Complaint>
    </main>
  );
}

function Screen() {
  const { value: session, failure } = useAnswers(sessionAnswers);
  const { value: settings } = useAnswers(settingsAnswers);
  useRootAttributes(settings);
  const where = useWhere(session && mailboxKey(session));
  /** The account over whose mailbox the guide lies. */
  const [guided, setGuided] = useState<string | null>(null);
  const account = session?.account ?? null;
  const state = useGuide(settings?.guide ?? null, account !== null);
  const hasClient = session?.hasClient ?? false;
  const addingTo = account?.id ?? null;
  const turnGuide = state?.change;
  useEffect(
    () =>
      offerAdding(() => {
        // A client that is at hand serves a further account; without one, the guide says where it is to be had.
        if (hasClient) void command('account.add', {});
        else if (turnGuide) {
          turnGuide({ step: 'file', open: addingTo === null });
          setGuided(addingTo);
        }
      }),
    [hasClient, addingTo, turnGuide],
  );

  if (!session) return failure && <Instead failure={failure} />;

  // A list must not show messages for a moment to somebody who reads conversations, nor the start to somebody under way.
  if (!settings || !state) return null;

  const { guide, change } = state;
  const accountId = account?.id ?? null;
  // An account that has come, or gone, meanwhile is not the one that it was for.
  if (guided !== null && guided !== accountId) setGuided(null);

  function lead(step: GuideStep): void {
    change({ step, open: account === null });
    setGuided(accountId);
  }

  if (account ? guided === account.id : guide.open || session.signIn.state !== 'none') {
    const leave = () => (account ? setGuided(null) : change({ open: false }));
    return <GuideScreen guide={guide} change={change} session={session} onLeave={leave} />;
  }
  if (!account) {
    return (
      <div className={styles['noticed']}>
        <BannerLine session={session} onGuide={lead} />
        <Welcome guide={guide} fixed={session.policy.client} onConnect={() => change({ open: true })} />
      </div>
    );
  }
  if (where === undefined) return null;
  return (
    <Mailbox
      key={mailboxKey(session)}
      session={session}
      account={account}
      settings={settings}
      where={where}
      onGuide={lead}
    />
  );
}
