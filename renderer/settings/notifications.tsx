// What a person is told outside the window, and whether Porthole goes on without one.
import type { Account } from '../../electron/contract/model.ts';
import type { Input } from '../../electron/contract/requests.ts';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { Complaint } from '../controls/complaint.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { session as sessionAnswers } from '../session/session.ts';
import { telling as words } from '../wording/telling.ts';
import { Check, Setting } from './setting.tsx';
import styles from './settings.module.css';
import { settings } from './settings.ts';
import { useLabelsOf } from './use-labels-of.ts';

export function Notifications() {
  const { value } = useAnswers(settings);
  const { value: session } = useAnswers(sessionAnswers);
  const { failure, run } = useAction();
  const telling = value?.telling;
  if (!telling) return null;
  const change = (changes: Input<'settings.change'>['telling']) => void run('settings.change', { telling: changes });
  const accounts = (session?.accounts ?? []).filter(({ account }) => account.kind === 'gmail');
  const turn = (name: 'content' | 'badge' | 'tray' | 'background' | 'atLogin') => (
    <Check name={words[name]} note={words[`${name}Note`]} on={telling[name]} onTurn={(on) => change({ [name]: on })} />
  );

  return (
    <>
      <Setting name={words.news} note={accounts.length > 0 ? words.newsNote : words.noAccount}>
        {accounts.map(({ account }) => (
          <News
            key={account.id}
            account={account}
            chosen={telling.labels[account.id] ?? []}
            onChoose={(chosen) => change({ labels: { [account.id]: [...chosen] } })}
          />
        ))}
      </Setting>
      {turn('content')}
      {turn('badge')}
      {turn('tray')}
      {turn('background')}
      {turn('atLogin')}
      {failure && <Complaint failure={failure} />}
    </>
  );
}

interface NewsProps {
  readonly account: Account;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

function News({ account, chosen, onChoose }: NewsProps) {
  const labels = useLabelsOf(account.id);
  const own = labels.filter(({ type }) => type === 'user');
  const isPrimary = labels.some(({ id }) => id === 'CATEGORY_PERSONAL');
  const turn = (id: string, on: boolean) => onChoose(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const check = (id: string, name: string) => (
    <Check key={id} name={name} on={chosen.includes(id)} onTurn={(on) => turn(id, on)} />
  );
  const count = own.filter(({ id }) => chosen.includes(id)).length;
  return (
    <fieldset className={styles['of']}>
      <legend>
        <bdi>{account.email}</bdi>
      </legend>
      {check('INBOX', words.inbox)}
      {isPrimary && check('CATEGORY_PERSONAL', words.primary)}
      {own.length > 0 && (
        <Disclosure summary={count > 0 ? `${words.more} (${words.chosen(count)})` : words.more}>
          <div className={styles['choices']}>{own.map(({ id, name }) => check(id, name))}</div>
        </Disclosure>
      )}
    </fieldset>
  );
}
