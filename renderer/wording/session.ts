// What the window says of accounts: their clients, signing in and out, how they stand towards Gmail. A part of `wording`.
import type { ClientSummary, SessionState } from '../../electron/contract/model.ts';
import { failure } from './failures.ts';
import { moment } from './format.ts';
import { progress } from './mailbox.ts';
import { translate } from './translate.ts';

type Lapse = 'offline' | 'signedOut' | 'refused';

function asOf(lapse: Lapse, { syncedAt, onDisk }: SessionState['sync'], now: number): string {
  if (syncedAt !== null) return translate(`status.${lapse}.asOf`, { when: moment(syncedAt, now) });
  return translate(onDisk > 0 ? `status.${lapse}.partly` : `status.${lapse}.nothing`);
}

export function connection({ connection: { state, ...rest }, sync }: SessionState, now: number): string {
  switch (state) {
    case 'local':
      return translate('status.local');
    case 'connecting':
      return translate('status.connecting');
    case 'online':
      if (sync.diskFull) return progress.diskFull;
      return sync.syncedAt === null || sync.onDisk < sync.inMailbox
        ? translate('status.online')
        : translate('status.upToDate', { when: moment(sync.syncedAt, now) });
    case 'offline':
      return asOf('offline', sync, now);
    case 'signed-out':
      return asOf('signedOut', sync, now);
    case 'refused': {
      const refusal = 'failure' in rest ? rest.failure : null;
      return refusal?.kind === 'busy' ? failure(refusal).sentence : asOf('refused', sync, now);
    }
  }
}

const clientName = ({ kind, projectId }: ClientSummary): string =>
  projectId ? translate(`client.kindOf.${kind}`, { project: projectId }) : translate(`client.kind.${kind}`);

export const client = {
  drop: translate('client.drop'),
  dropNow: translate('client.dropNow'),
  choose: translate('client.choose'),
  paste: translate('client.paste'),
  use: translate('client.use'),
  checking: translate('client.checking'),
  beforeNote: translate('client.beforeNote'),
  accepted: clientName,
} as const;

export const waiting = {
  title: translate('waiting.title'),
  again: translate('waiting.again'),
  lead: translate('waiting.lead'),
  as: (email: string) => translate('waiting.as', { email }),
  with: ({ kind, projectId }: ClientSummary) =>
    projectId ? translate(`waiting.withOf.${kind}`, { project: projectId }) : translate(`waiting.with.${kind}`),
  brief: translate('waiting.brief'),
  openAgain: translate('waiting.openAgain'),
  copy: translate('waiting.copy'),
  copied: translate('waiting.copied'),
  finishing: translate('waiting.finishing'),
  failed: translate('waiting.failed'),
} as const;

export const status = {
  notice: translate('status.notice'),
  connection,
  progress,
  refresh: translate('status.refresh'),
  account: (email: string) => translate('status.account', { email }),
  signOut: translate('status.signOut'),
  erase: translate('status.erase'),
  closeSample: translate('status.closeSample'),
  update: translate('status.update'),
  updateNote: (version: string) => translate('status.updateNote', { version }),
} as const;

export const signOut = {
  title: (email: string) => translate('signOut.title', { email }),
  lead: translate('signOut.lead'),
  keep: translate('signOut.keep'),
  keepNote: translate('signOut.keepNote'),
  erase: translate('signOut.erase'),
  eraseNote: translate('signOut.eraseNote'),
  eraseTitle: (email: string) => translate('signOut.eraseTitle', { email }),
  eraseLead: translate('signOut.eraseLead'),
} as const;
