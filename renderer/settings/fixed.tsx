// What an organisation has fixed of a section of the settings, said there.
import Building2 from 'lucide-react/icons/building-2';
import { useAnswers } from '../asked.ts';
import { session as sessionAnswers } from '../session/session.ts';
import { fixed } from '../wording/policy.ts';
import styles from './settings.module.css';

export function Fixed({ what }: { readonly what: keyof ReturnType<typeof fixed> }) {
  const { value: session } = useAnswers(sessionAnswers);
  const sentence = session && fixed(session.policy)[what];
  return (
    sentence && (
      <p className={styles['fixed']}>
        <Building2 size={14} aria-hidden="true" />
        <span>{sentence}</span>
      </p>
    )
  );
}
