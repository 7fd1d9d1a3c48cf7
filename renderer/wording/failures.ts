// Every kind of failure and notice has its sentence here, and the compiler misses none. Knows no component: an action is a name,
// and whoever shows it decides what it does. A part of `wording`.
import type {
  ClientFileProblem,
  Failure,
  NotPermittedProblem,
  SignedOutReason,
  SignInProblem,
} from '../../electron/contract/failure.ts';
import type { GuideStep } from '../../electron/contract/guide.ts';
import type { Notice } from '../../electron/contract/model.ts';
import { duration, moment } from './format.ts';
import { progress } from './mailbox.ts';
import { translate } from './translate.ts';

export type ActionName = 'signInAgain' | 'tryAgain' | 'anotherClientFile' | 'keepAnyway' | 'dismiss';

export interface Wording {
  readonly sentence: string;
  /** The one thing to do about it, where there is one. */
  readonly action?: ActionName;
  /** The step of the guide that mends it. */
  readonly step?: GuideStep;
}

export const actions: Readonly<Record<ActionName | 'report', string>> = {
  signInAgain: translate('action.signInAgain'),
  tryAgain: translate('action.tryAgain'),
  anotherClientFile: translate('action.anotherClientFile'),
  keepAnyway: translate('action.keepAnyway'),
  dismiss: translate('action.dismiss'),
  report: translate('action.report'),
};

const clientFile: Readonly<Record<ClientFileProblem, string>> = {
  'not-json': translate('failure.clientFile.not-json'),
  'too-large': translate('failure.clientFile.too-large'),
  unreadable: translate('failure.clientFile.unreadable'),
  'service-account': translate('failure.clientFile.service-account'),
  'authorized-user': translate('failure.clientFile.authorized-user'),
  'not-a-client': translate('failure.clientFile.not-a-client'),
  'field-missing': translate('failure.clientFile.field-missing'),
  'no-loopback-redirect': translate('failure.clientFile.no-loopback-redirect'),
};

const signInProblems: Readonly<Record<SignInProblem, Wording>> = {
  denied: { sentence: translate('failure.signIn.denied'), action: 'tryAgain' },
  'gmail-not-granted': {
    sentence: translate('failure.signIn.gmail-not-granted'),
    action: 'tryAgain',
  },
  'code-refused': {
    sentence: translate('failure.signIn.code-refused'),
    action: 'tryAgain',
  },
  'client-refused': {
    sentence: translate('failure.signIn.client-refused'),
    action: 'anotherClientFile',
    step: 'client',
  },
  setup: {
    sentence: translate('failure.signIn.setup'),
    action: 'anotherClientFile',
    step: 'client',
  },
  'no-user-id': { sentence: translate('failure.signIn.no-user-id'), action: 'tryAgain' },
  'no-refresh-token': {
    sentence: translate('failure.signIn.no-refresh-token'),
    action: 'tryAgain',
  },
  'timed-out': { sentence: translate('failure.signIn.timed-out'), action: 'tryAgain' },
  'port-taken': {
    sentence: translate('failure.signIn.port-taken'),
    action: 'tryAgain',
  },
  'no-browser': { sentence: translate('failure.signIn.no-browser'), action: 'tryAgain' },
  'other-account': {
    sentence: translate('failure.signIn.other-account'),
    action: 'tryAgain',
  },
  'not-allowed': { sentence: translate('failure.signIn.not-allowed'), action: 'tryAgain' },
};

const signedOut: Readonly<Record<SignedOutReason, Wording>> = {
  refused: {
    sentence: translate('failure.signedOut.refused'),
    action: 'signInAgain',
  },
  'testing-expiry': {
    sentence: translate('failure.signedOut.testing-expiry'),
    action: 'signInAgain',
    step: 'audience',
  },
  unused: { sentence: translate('failure.signedOut.unused'), action: 'signInAgain' },
  'time-limited': { sentence: translate('failure.signedOut.time-limited'), action: 'signInAgain' },
  'workspace-policy': {
    sentence: translate('failure.signedOut.workspace-policy'),
    action: 'signInAgain',
  },
  'client-refused': {
    sentence: translate('failure.signedOut.client-refused'),
    action: 'anotherClientFile',
    step: 'client',
  },
  'consent-changed': {
    sentence: translate('failure.signedOut.consent-changed'),
    action: 'signInAgain',
  },
  'not-kept': { sentence: translate('failure.signedOut.not-kept'), action: 'signInAgain' },
  unreadable: {
    sentence: translate('failure.signedOut.unreadable'),
    action: 'signInAgain',
  },
  'by-you': { sentence: translate('failure.signedOut.by-you'), action: 'signInAgain' },
};

const notices: Readonly<Record<Notice, Wording>> = {
  'settings-reset': {
    sentence: translate('failure.notice.settings-reset'),
    action: 'dismiss',
  },
  'database-rebuilt': {
    sentence: translate('failure.notice.database-rebuilt'),
    action: 'dismiss',
  },
  'token-set-aside': { sentence: translate('failure.notice.token-set-aside'), action: 'dismiss' },
  'grant-not-revoked': {
    sentence: translate('failure.notice.grant-not-revoked'),
    action: 'dismiss',
  },
};

const notPermitted: Readonly<Record<NotPermittedProblem, Wording>> = {
  scope: { sentence: translate('failure.notPermitted.scope'), action: 'signInAgain' },
  administrator: { sentence: translate('failure.notPermitted.administrator'), action: 'tryAgain' },
  organisation: { sentence: translate('failure.notPermitted.organisation') },
  'policy-file': { sentence: translate('failure.notPermitted.policy-file') },
};

const storage: Readonly<Record<Extract<Failure, { kind: 'storage' }>['problem'], Wording>> = {
  full: { sentence: progress.diskFull, action: 'tryAgain' },
  damaged: { sentence: translate('failure.storage.damaged'), action: 'tryAgain' },
  locked: { sentence: translate('failure.storage.locked'), action: 'tryAgain' },
  refused: { sentence: translate('failure.storage.refused'), action: 'tryAgain' },
};

export function failure(what: Failure): Wording {
  switch (what.kind) {
    case 'client-file': {
      const sentence = clientFile[what.problem];
      return { sentence: what.field ? translate('failure.missing', { sentence, field: what.field }) : sentence };
    }
    case 'sign-in-abandoned':
      return signInProblems[what.problem];
    case 'signed-out':
      return signedOut[what.reason];
    case 'offline':
      return { sentence: translate('failure.offline'), action: 'tryAgain' };
    case 'busy':
      return { sentence: translate('failure.busy', { when: moment(what.retryAt, Date.now()) }) };
    case 'not-permitted':
      return notPermitted[what.problem];
    case 'api-disabled':
      return {
        sentence: translate('failure.apiDisabled'),
        action: 'tryAgain',
        step: 'api',
      };
    case 'gone':
      return { sentence: translate('failure.gone') };
    case 'unexpected-reply':
      return {
        sentence: translate('failure.unexpectedReply'),
        action: 'tryAgain',
      };
    case 'storage':
      return storage[what.problem];
    case 'too-large':
      return { sentence: translate('failure.tooLarge') };
    case 'not-saved':
      return what.problem === 'full'
        ? { sentence: translate('failure.notSaved.full') }
        : { sentence: translate('failure.notSaved.refused') };
    case 'not-opened':
      return { sentence: translate('failure.notOpened') };
    case 'keychain':
      return what.problem === 'locked'
        ? { sentence: translate('failure.keychain.locked'), action: 'tryAgain' }
        : { sentence: translate('failure.keychain.unavailable'), action: 'tryAgain' };
    case 'locked':
      return { sentence: translate('failure.locked') };
    case 'passcode':
      return what.waitMs > 0
        ? { sentence: translate('failure.passcode.wait', { left: duration(Math.max(what.waitMs, 60_000)) }) }
        : { sentence: translate('failure.passcode.wrong') };
    case 'erased':
      return { sentence: translate('failure.erased') };
    case 'internal':
      return { sentence: translate('failure.internal', { reference: what.reference }), action: 'tryAgain' };
  }
}

export const signedOutBy = (reason: SignedOutReason): Wording => signedOut[reason];
export const notice = (what: Notice): Wording => notices[what];
