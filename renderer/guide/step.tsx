// One step: why, what to do, what it looks like, and the buttons at its end. Its heading takes the focus when it comes.
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { GuideStep } from '../../electron/contract/guide.ts';
import { guide as words } from '../wording/guide.ts';
import frame from './guide.module.css';
import { Said } from './said.tsx';
import { Badge } from './sketch.tsx';
import styles from './steps.module.css';
import { stepNumber } from './use-guide.ts';

interface StepProps {
  readonly step: GuideStep;
  /** There is no other. */
  readonly alone?: boolean;
  readonly title: string;
  readonly why?: string;
  /** What is to be decided before anything is done. */
  readonly choice?: ReactNode;
  readonly todo?: readonly string[];
  readonly picture?: ReactNode;
  /** Between what to do and the buttons. */
  readonly children?: ReactNode;
  readonly buttons: ReactNode;
}

export function Step({ step, alone = false, title, why, choice, todo = [], picture, children, buttons }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const progress = useId();
  // What had the focus went with the step before.
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className={frame['step']}>
      <div className={frame['scroll']}>
        <div className={frame['content']} data-pictured={picture !== undefined || undefined}>
          <header className={frame['head']}>
            {!alone && (
              <p id={progress} className={frame['progress']}>
                {words.progress(stepNumber(step))}
              </p>
            )}
            <h1 ref={heading} tabIndex={-1} aria-describedby={alone ? undefined : progress} className={frame['title']}>
              {title}
            </h1>
            {why && <p className={frame['why']}>{why}</p>}
          </header>
          <div className={frame['work']}>
            {choice}
            {todo.length > 0 && <Todo todo={todo} />}
            {children}
          </div>
          {picture && <div className={frame['picture']}>{picture}</div>}
        </div>
      </div>
      <div className={frame['buttons']}>{buttons}</div>
    </div>
  );
}

function Todo({ todo }: { readonly todo: readonly string[] }) {
  return (
    <ol className={styles['todo']}>
      {todo.map((sentence, index) => (
        <li key={sentence}>
          <Badge>{index + 1}</Badge>
          <span>
            <Said>{sentence}</Said>
          </span>
        </li>
      ))}
    </ol>
  );
}
