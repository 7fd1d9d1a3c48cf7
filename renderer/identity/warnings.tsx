// What speaks against the sender being who they seem to be: a sentence each, above the message.
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { useEffect, useMemo, useState } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import type { Person } from '../../electron/contract/search.ts';
import { identityWarnings } from '../../electron/mail/identity.ts';
import { request } from '../bridge.ts';
import { Breakable } from '../controls/breakable.tsx';
import { wording } from '../wording/wording.ts';
import styles from './identity.module.css';

const words = wording.message.trust;

const longestName = 1_000;

/** Who is known by the author's name; nobody until that is answered, and where one has sent it oneself. */
function useKnown({ from, labelIds }: Message): readonly Person[] {
  const [known, setKnown] = useState<readonly Person[]>([]);
  const name = labelIds.includes('SENT') ? '' : (from[0]?.name.slice(0, longestName) ?? '');
  useEffect(() => {
    let isOver = false;
    setKnown([]);
    if (name !== '') {
      void request('people.named', { name }).then((answer) => {
        if (!isOver && answer.ok) setKnown(answer.value);
      });
    }
    return () => {
      isOver = true;
    };
  }, [name]);
  return known;
}

export function IdentityWarnings({ message }: { readonly message: Message }) {
  const known = useKnown(message);
  const warnings = useMemo(() => identityWarnings(message, navigator.languages, known), [message, known]);
  if (warnings.length === 0) return null;
  return (
    <ul className={styles['warnings']} aria-label={words.warnings}>
      {warnings.map((warning) => {
        const sentence = words.warning(warning);
        return (
          <li key={sentence}>
            <TriangleAlert size={14} aria-hidden="true" />
            <span dir="auto">
              <Breakable text={sentence} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
