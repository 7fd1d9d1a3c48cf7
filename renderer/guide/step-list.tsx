// The way as a whole: how far one has come, and back to any step.
import Check from 'lucide-react/icons/check';
import { type GuideStep, guideSteps } from '../../electron/contract/guide.ts';
import { number } from '../wording/format.ts';
import { guide as words } from '../wording/guide.ts';
import styles from './guide.module.css';
import { stepNumber } from './use-guide.ts';

interface StepListProps {
  readonly current: GuideStep;
  readonly disabled: boolean;
  /** Without one there is nothing to sign in with. */
  readonly hasClient: boolean;
  readonly onStep: (step: GuideStep) => void;
}

export function StepList({ current, disabled, hasClient, onStep }: StepListProps) {
  return (
    <nav aria-label={words.steps} className={styles['list']}>
      <ol>
        {guideSteps.map((step) => (
          <li key={step}>
            <button
              type="button"
              disabled={disabled || (step === 'connect' && !hasClient)}
              title={words.names[step]}
              aria-current={step === current ? 'step' : undefined}
              data-done={stepNumber(step) < stepNumber(current) || undefined}
              onClick={() => onStep(step)}
            >
              <span aria-hidden="true" className={styles['number']}>
                {stepNumber(step) < stepNumber(current) ? <Check size={12} /> : number(stepNumber(step))}
              </span>
              <span className={styles['stepName']}>{words.names[step]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
