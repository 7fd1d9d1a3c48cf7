// Which one thing deserves the banner: pure. The most important first.
import type { Notice, SessionState } from '../../electron/contract/model.ts';
import { detailOf } from '../controls/detail.ts';
import type { Wording } from '../wording/failures.ts';
import { wording } from '../wording/wording.ts';

export type Banner =
  | { readonly kind: 'waiting'; readonly email: string | null }
  | { readonly kind: 'finishing' }
  | { readonly kind: 'signInFailed'; readonly wording: Wording; readonly detail: string | null }
  | { readonly kind: 'connection'; readonly wording: Wording }
  /** One of all accounts that are shown. */
  | { readonly kind: 'attention'; readonly accountId: string; readonly wording: Wording }
  /** The organisation's rules are there and can't be followed. */
  | { readonly kind: 'policy'; readonly wording: Wording }
  | { readonly kind: 'tokenNotKept'; readonly wording: Wording }
  | { readonly kind: 'notice'; readonly notice: Notice; readonly wording: Wording };

export function bannerFor(session: SessionState, tokenNotKeptDismissed: boolean): Banner | null {
  if (session.account && session.all)
    return fromSignIn(session) ?? fromPolicy(session) ?? fromAccounts(session) ?? fromNotice(session);
  // Before there is an account, the screens themselves say how signing in goes.
  if (!session.account) return fromPolicy(session) ?? fromNotice(session);
  return (
    fromSignIn(session) ??
    fromPolicy(session) ??
    fromOpenDoor(session) ??
    fromConnection(session) ??
    fromToken(session, tokenNotKeptDismissed) ??
    fromNotice(session)
  );
}

function fromSignIn({ signIn }: SessionState): Banner | null {
  switch (signIn.state) {
    case 'none':
      return null;
    case 'waiting':
      return { kind: 'waiting', email: signIn.email };
    case 'finishing':
      return { kind: 'finishing' };
    case 'failed':
      return { kind: 'signInFailed', wording: wording.failure(signIn.failure), detail: detailOf(signIn.failure) };
  }
}

function fromPolicy({ policy }: SessionState): Banner | null {
  if (!policy.unreadable) return null;
  return { kind: 'policy', wording: wording.failure({ kind: 'not-permitted', problem: 'policy-file' }) };
}

/** Before the sentence that one has signed out: at Google one has not. */
function fromOpenDoor({ notices }: SessionState): Banner | null {
  const notice = notices.find((one) => one === 'grant-not-revoked');
  return notice ? { kind: 'notice', notice, wording: wording.notice(notice) } : null;
}

/** What is to be done about it is offered where that account is shown alone. */
function fromAccounts({ accounts }: SessionState): Banner | null {
  const one = accounts.find(({ needsAttention }) => needsAttention);
  const said = one && fromConnection(one);
  if (!one || said?.kind !== 'connection') return null;
  const sentence = wording.accounts.attention(one.account.email, said.wording.sentence);
  return { kind: 'attention', accountId: one.account.id, wording: { sentence } };
}

function fromConnection({ connection }: Pick<SessionState, 'connection'>): Banner | null {
  if (connection.state === 'signed-out') return { kind: 'connection', wording: wording.signedOut(connection.reason) };
  if (connection.state !== 'refused') return null;
  // These pass by themselves: the status line says so.
  const { kind } = connection.failure;
  if (kind === 'busy' || kind === 'offline') return null;
  return { kind: 'connection', wording: wording.failure(connection.failure) };
}

function fromToken({ tokenKept }: SessionState, dismissed: boolean): Banner | null {
  if (tokenKept !== 'this-run-only' || dismissed) return null;
  return { kind: 'tokenNotKept', wording: { sentence: wording.tokenNotKept, action: 'keepAnyway' } };
}

function fromNotice({ notices }: SessionState): Banner | null {
  const [notice] = notices;
  return notice ? { kind: 'notice', notice, wording: wording.notice(notice) } : null;
}
