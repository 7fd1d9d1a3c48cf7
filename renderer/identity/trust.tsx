// Whether the address of the sender is the sender's, as Gmail found out: one plain mark, and behind it what was checked.
import ShieldAlert from 'lucide-react/icons/shield-alert';
import ShieldCheck from 'lucide-react/icons/shield-check';
import ShieldQuestion from 'lucide-react/icons/shield-question-mark';
import { useId, useMemo } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import { type Authentication, authenticationOf, type Checked } from '../../electron/mail/authentication.ts';
import { Popover } from '../controls/popover.tsx';
import { wording } from '../wording/wording.ts';
import styles from './identity.module.css';

const words = wording.message.trust;

const icons: Readonly<Record<Authentication['mark'], typeof ShieldCheck>> = {
  authenticated: ShieldCheck,
  unauthenticated: ShieldQuestion,
  failed: ShieldAlert,
  unknown: ShieldQuestion,
};

export function Trust({ message }: { readonly message: Message }) {
  const id = useId();
  const { mark, dmarc, dkim, spf } = useMemo(() => authenticationOf(message), [message]);
  const Icon = icons[mark];
  const name = words.mark(mark);
  return (
    <span className={styles['trust']}>
      <button
        type="button"
        className={styles['mark']}
        data-mark={mark}
        popoverTarget={id}
        aria-haspopup="dialog"
        title={words.sentence(mark)}
      >
        <Icon size={14} aria-hidden="true" />
        {name}
      </button>
      <Popover id={id} name={words.detail(name)} className={styles['detail']}>
        <p>{words.sentence(mark)}</p>
        {mark !== 'unknown' && (
          <dl>
            <Result name={words.dmarc} checked={dmarc} />
            <Result name={words.dkim} checked={dkim} />
            <Result name={words.spf} checked={spf} />
          </dl>
        )}
      </Popover>
    </span>
  );
}

function Result({ name, checked }: { readonly name: string; readonly checked: Checked }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi dir="ltr">{words.checked(checked)}</bdi>
      </dd>
    </div>
  );
}
