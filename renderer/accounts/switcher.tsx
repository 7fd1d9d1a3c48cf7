// Which account is shown, at the head of the sidebar, and the way to the others. Where there is one only, nothing of it is seen.
import ChevronsUpDown from 'lucide-react/icons/chevrons-up-down';
import CircleAlert from 'lucide-react/icons/circle-alert';
import Layers from 'lucide-react/icons/layers';
import Plus from 'lucide-react/icons/plus';
import Settings2 from 'lucide-react/icons/settings-2';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import type { AccountState, SessionState } from '../../electron/contract/model.ts';
import type { Grouping } from '../../electron/contract/search.ts';
import { useAnswers } from '../asked.ts';
import { useCommands } from '../commands/use-commands.ts';
import { Popover } from '../controls/popover.tsx';
import { Unseen } from '../controls/unseen.tsx';
import { session as sessionAnswers } from '../session/session.ts';
import { number } from '../wording/format.ts';
import { wording } from '../wording/wording.ts';
import { AccountMark } from './account-mark.tsx';
import styles from './accounts.module.css';
import { addAccount, calledOf, isShown, manageAccounts, showAccount, showAllAccounts, unreadOf } from './accounts.ts';
import { useAccountKeys } from './use-account-keys.ts';

const words = wording.accounts;

const alertSign = <CircleAlert size={15} aria-hidden="true" className={styles['alert']} />;
const allSign = (
  <span className={styles['mark']} data-tone="all" aria-hidden="true">
    <Layers size={13} />
  </span>
);

function Count({ count }: { readonly count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles['count']}>
      {number(count)} <Unseen>{words.unread(count)}</Unseen>
    </span>
  );
}

interface LineProps {
  readonly sign: ReactNode;
  readonly name: string;
  readonly count: number;
  readonly needsAttention: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Line({ sign, name, count, needsAttention, chosen, onChoose }: LineProps) {
  return (
    <button type="button" role="menuitemradio" aria-checked={chosen} className={styles['line']} onClick={onChoose}>
      {sign}
      <bdi className={styles['name']}>{name}</bdi>
      {needsAttention && (
        <span title={words.needsAttention}>
          {alertSign} <Unseen>{words.needsAttention}</Unseen>
        </span>
      )}
      <Count count={count} />
    </button>
  );
}

export function Switcher({ grouping }: { readonly grouping: Grouping }) {
  const { value: session } = useAnswers(sessionAnswers);
  if (!session || session.accounts.length < 2) return null;
  return <Several session={session} grouping={grouping} />;
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at <= 0 ? last : at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

interface SeveralProps {
  readonly session: SessionState;
  readonly grouping: Grouping;
}

function Several({ session, grouping }: SeveralProps) {
  const { account, all, accounts } = session;
  const id = useId();
  useCommands({ 'go.allAccounts': showAllAccounts });
  useAccountKeys();
  const menu = useRef<HTMLDivElement>(null);
  const place = accounts.findIndex((one) => one.account.id === account?.id);
  const isElsewhere = (one: AccountState) => !all && !isShown(session, one);
  const elsewhere = accounts.filter(isElsewhere);
  const attention = accounts.some((one) => one.needsAttention && (all || isElsewhere(one)));
  const unread = elsewhere.reduce((sum, one) => sum + unreadOf(one, grouping), 0);
  const total = accounts.reduce((sum, one) => sum + unreadOf(one, grouping), 0);
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  const choose = (act: () => void) => () => {
    menu.current?.hidePopover();
    act();
  };

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const lines = items();
    const at = lines.findIndex((line) => line.matches(':focus'));
    lines[step(at, lines.length - 1)]?.focus();
  }

  return (
    <div className={styles['switcher']}>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        className={styles['opener']}
        title={attention ? words.needsAttentionElsewhere : undefined}
      >
        {all || !account ? allSign : <AccountMark account={account} place={place} />}
        <Unseen>{words.shown}</Unseen>
        <bdi className={styles['name']}>{all || !account ? words.all : calledOf(account)}</bdi>
        {attention && (
          <>
            {alertSign}
            <Unseen>{words.needsAttentionElsewhere}</Unseen>
          </>
        )}
        {unread > 0 && (
          <span className={styles['elsewhere']} title={words.unreadElsewhere(unread)}>
            {number(unread)}
            <Unseen>{words.unreadElsewhere(unread)}</Unseen>
          </span>
        )}
        <ChevronsUpDown size={13} aria-hidden="true" />
      </button>
      <Popover
        ref={menu}
        id={id}
        role="menu"
        tabIndex={-1}
        name={words.name}
        className={styles['menu']}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          // The sidebar around it opens as a whole, too, and would take the focus.
          event.stopPropagation();
          if (event.newState === 'open') (items().find((item) => item.ariaChecked === 'true') ?? items()[0])?.focus();
        }}
      >
        {accounts.map((one, at) => (
          <Line
            key={one.account.id}
            sign={<AccountMark account={one.account} place={at} />}
            name={one.account.kind === 'sample' ? words.sample : calledOf(one.account)}
            count={unreadOf(one, grouping)}
            needsAttention={one.needsAttention}
            chosen={isShown(session, one)}
            onChoose={choose(() => showAccount(one.account.id))}
          />
        ))}
        <Line
          sign={allSign}
          name={words.all}
          count={total}
          needsAttention={false}
          chosen={all}
          onChoose={choose(showAllAccounts)}
        />
        <hr />
        <button type="button" role="menuitem" className={styles['line']} onClick={choose(addAccount)}>
          <Plus size={15} aria-hidden="true" className={styles['sign']} />
          {words.add}
        </button>
        <button type="button" role="menuitem" className={styles['line']} onClick={choose(manageAccounts)}>
          <Settings2 size={15} aria-hidden="true" className={styles['sign']} />
          {words.manage}
        </button>
      </Popover>
    </div>
  );
}
