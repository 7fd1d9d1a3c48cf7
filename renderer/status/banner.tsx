// One line over the mailbox, when something needs a person: one sentence, and what to do about it.
import { useState } from 'react';
import type { GuideStep } from '../../electron/contract/guide.ts';
import type { SessionState } from '../../electron/contract/model.ts';
import { showAccount } from '../accounts/accounts.ts';
import { type Action, useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { ReportButton } from '../report/report-button.tsx';
import { SignInActions } from '../session/sign-in-actions.tsx';
import type { ActionName } from '../wording/failures.ts';
import { wording } from '../wording/wording.ts';
import styles from './status.module.css';
import { type Banner, bannerFor } from './which-banner.ts';

interface BannerLineProps {
  readonly session: SessionState;
  readonly onGuide: (step: GuideStep) => void;
}

export function BannerLine({ session, onGuide }: BannerLineProps) {
  const [tokenDismissed, dismissToken] = useState(false);
  const action = useAction();
  const banner = bannerFor(session, tokenDismissed);
  const sentence = banner && sentenceOf(banner);

  return (
    <div aria-live="polite">
      {banner && (
        <section className={styles['banner']} aria-label={wording.status.notice} data-kind={banner.kind}>
          <p>
            {sentence}
            {banner.kind === 'signInFailed' && banner.detail && (
              <bdi className={styles['detail']}> {banner.detail}</bdi>
            )}
            {action.failure && <span className={styles['again']}> {wording.failure(action.failure).sentence}</span>}
          </p>
          <div className={styles['actions']}>
            {action.failure?.kind === 'internal' && <ReportButton />}
            <BannerActions
              banner={banner}
              hasClient={session.hasClient}
              action={action}
              onGuide={onGuide}
              onDismissToken={() => dismissToken(true)}
            />
          </div>
        </section>
      )}
    </div>
  );
}

function sentenceOf(banner: Banner): string {
  if (banner.kind === 'waiting') {
    return banner.email ? `${wording.waiting.brief} ${wording.waiting.as(banner.email)}` : wording.waiting.brief;
  }
  return banner.kind === 'finishing' ? wording.waiting.finishing : banner.wording.sentence;
}

interface BannerActionsProps {
  readonly banner: Banner;
  readonly hasClient: boolean;
  readonly action: Action;
  readonly onGuide: (step: GuideStep, project?: string) => void;
  readonly onDismissToken: () => void;
}

function BannerActions(props: BannerActionsProps) {
  const { banner, hasClient, onGuide, onDismissToken } = props;
  const { busy, run } = props.action;
  if (banner.kind === 'waiting') return <SignInActions />;
  if (banner.kind === 'finishing') return null;
  if (banner.kind === 'attention')
    return <Button onClick={() => showAccount(banner.accountId)}>{wording.accounts.show}</Button>;

  const startsSignIn = banner.kind === 'signInFailed';
  // The client was forgotten with the token: without its file there is nothing to sign in with.
  const signIn = () => (hasClient ? run('signIn.start', {}) : onGuide('file'));
  const todo: Readonly<Record<ActionName, () => void>> = {
    signInAgain: signIn,
    tryAgain: startsSignIn ? signIn : () => run('sync.now', {}),
    anotherClientFile: () => onGuide('file'),
    keepAnyway: () => run('account.keepToken', {}),
    dismiss: () => banner.kind === 'notice' && run('session.dismissNotice', { notice: banner.notice }),
  };
  const { action, step } = banner.wording;
  return (
    <>
      {action && (
        <Button disabled={busy} onClick={todo[action]}>
          {wording.actions[action]}
        </Button>
      )}
      {step && <Button onClick={() => onGuide(step)}>{wording.guide.showHow}</Button>}
      {banner.kind === 'tokenNotKept' && (
        <Button weight="quiet" onClick={onDismissToken}>
          {wording.actions.dismiss}
        </Button>
      )}
      {startsSignIn && (
        <Button weight="quiet" onClick={() => run('signIn.cancel', {})}>
          {wording.actions.dismiss}
        </Button>
      )}
    </>
  );
}
