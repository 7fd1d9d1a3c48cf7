// What speaks against the sender being who they seem to be: a sentence each, above the message.
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useMemo } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import { identityWarnings } from '../../electron/mail/identity.ts';
import { wording } from '../wording/wording.ts';
import styles from './identity.module.css';

const words = wording.message.trust;

export function IdentityWarnings({ message }: { readonly message: Message }) {
  const warnings = useMemo(() => identityWarnings(message, navigator.languages), [message]);
  if (warnings.length === 0) return null;
  return (
    <ul className={styles['warnings']} aria-label={words.warnings}>
      {warnings.map((warning) => {
        const sentence = words.warning(warning);
        return (
          <li key={sentence}>
            <TriangleAlert size={14} aria-hidden="true" />
            <span dir="auto">{sentence}</span>
          </li>
        );
      })}
    </ul>
  );
}
