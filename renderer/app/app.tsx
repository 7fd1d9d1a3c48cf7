// Which screen is shown. Everything it decides by is in the session; only the way to the client file is the window's own.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ClientSummary } from '../../electron/contract/model.ts';
import { offerWays } from '../accounts/accounts.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Connect } from '../session/connect.tsx';
import { mailboxKey, session as sessionAnswers } from '../session/session.ts';
import { Waiting } from '../session/waiting.tsx';
import { Welcome } from '../session/welcome.tsx';
import { settings as settingsAnswers } from '../settings/settings.ts';
import { BannerLine } from '../status/banner.tsx';
import { wording } from '../wording/wording.ts';
import styles from './app.module.css';
import { Mailbox } from './mailbox.tsx';

const AccountsDialog = lazy(async () => ({
  default: (await import('../accounts/accounts-dialog.tsx')).AccountsDialog,
}));

/** Whose client file is being handed over: that of the account which is open, or of one to come. */
type Connecting = { readonly accountId: string | null; readonly adding: boolean };

export function App() {
  const { value: session, failure } = useAnswers(sessionAnswers);
  const { value: settings } = useAnswers(settingsAnswers);
  const [connecting, setConnecting] = useState<Connecting | null>(null);
  const [client, setClient] = useState<ClientSummary | null>(null);
  const accountId = session?.account?.id ?? null;
  const [managing, setManaging] = useState(false);
  useEffect(
    () => offerWays({ add: () => setConnecting({ accountId, adding: true }), manage: () => setManaging(true) }),
    [accountId],
  );

  if (!session) {
    return failure ? (
      <main className={styles['failed']}>
        <Complaint sentence={wording.failure(failure).sentence}>
          <Button onClick={sessionAnswers.again}>{wording.actions.tryAgain}</Button>
        </Complaint>
      </main>
    ) : null;
  }

  const { account, signIn, hasClient } = session;
  // An account that has come, or gone, meanwhile is not the one that the file was for.
  if (connecting && connecting.accountId !== accountId) setConnecting(null);
  const connect = () => setConnecting({ accountId, adding: false });
  const leaveConnect = () => setConnecting(null);

  if (!account && signIn.state !== 'none') {
    return <Waiting signIn={signIn} client={client} onAnotherClient={connect} onBack={leaveConnect} />;
  }
  if (connecting) {
    return (
      <Connect
        hasClient={hasClient}
        adding={connecting.adding}
        onBack={leaveConnect}
        onAccepted={(accepted) => {
          setClient(accepted);
          // With a mailbox open, its banner does the waiting.
          if (account) leaveConnect();
        }}
      />
    );
  }
  if (!account) {
    return (
      <div className={styles['noticed']}>
        <BannerLine session={session} onAnotherClient={connect} />
        <Welcome onConnect={connect} />
      </div>
    );
  }
  // A list must not show messages for a moment to somebody who reads conversations.
  if (!settings) return null;
  return (
    <>
      <Mailbox
        key={mailboxKey(session)}
        session={session}
        account={account}
        settings={settings}
        onAnotherClient={connect}
      />
      {managing && (
        <Suspense>
          <AccountsDialog onClose={() => setManaging(false)} />
        </Suspense>
      )}
    </>
  );
}
