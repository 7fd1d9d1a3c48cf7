// What Google's own pages say when they let nobody through: Porthole is not told, so the person looks it up here. Each has
// the one step that mends it.
import type { GuideStep } from '../../electron/contract/guide.ts';
import { Button } from '../controls/button.tsx';
import { Disclosure } from '../controls/disclosure.tsx';
import { guide } from '../wording/guide.ts';
import { googleWords } from './google-words.ts';
import { Said } from './said.tsx';
import styles from './steps.module.css';

const words = guide.trouble;
// As one: each by itself would come from the right, in Persian.
const google = (...texts: readonly string[]) => `<g>${texts.join(' · ')}</g>`;

interface Trouble {
  readonly shown: string;
  readonly advice: string;
  /** Absent: the page is opened again, for another account. */
  readonly step?: GuideStep;
}

const troubles: readonly Trouble[] = [
  { shown: google(googleWords.accessDenied, googleWords.notCompleted), advice: words.tester, step: 'audience' },
  { shown: google(googleWords.orgInternal), advice: words.organisation, step: 'audience' },
  { shown: google(googleWords.adminPolicy), advice: words.policy },
  { shown: google(googleWords.deletedClient, googleWords.invalidClient), advice: words.client, step: 'client' },
  { shown: google(googleWords.redirectMismatch), advice: words.type, step: 'client' },
  { shown: words.wrongAccount, advice: words.account },
];

interface TroublesProps {
  readonly onStep: (step: GuideStep) => void;
  readonly onOpenAgain: () => void;
}

export function Troubles({ onStep, onOpenAgain }: TroublesProps) {
  return (
    <Disclosure summary={words.name}>
      <ul className={styles['troubles']}>
        {troubles.map(({ shown, advice, step }) => (
          <li key={shown}>
            <p>
              <Said>{shown}</Said>
            </p>
            <p className={styles['advice']}>
              <Said>{advice}</Said>
            </p>
            {step ? (
              <Button onClick={() => onStep(step)}>{guide.toStep(step)}</Button>
            ) : (
              <Button onClick={onOpenAgain}>{words.openAgain}</Button>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
