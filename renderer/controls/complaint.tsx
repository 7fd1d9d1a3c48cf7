// One sentence about what went wrong, and the one thing to do about it.
import type { ReactNode } from 'react';
import type { Failure } from '../../electron/contract/failure.ts';
import { ReportButton } from '../report/report-button.tsx';
import { wording } from '../wording/wording.ts';
import styles from './complaint.module.css';

type ComplaintProps = {
  /** What Google itself said: shown as it came. */
  readonly detail?: string | null;
  readonly children?: ReactNode;
} & (
  | { readonly sentence: string }
  | { /** One with a reference leads to the report in which that is found. */ readonly failure: Failure }
);

export function Complaint({ detail, children, ...of }: ComplaintProps) {
  const sentence = 'failure' in of ? wording.failure(of.failure).sentence : of.sentence;
  return (
    <div role="alert" className={styles['complaint']}>
      <p>{sentence}</p>
      {detail && (
        <p dir="auto" className={styles['detail']}>
          {detail}
        </p>
      )}
      {children}
      {'failure' in of && of.failure.kind === 'internal' && <ReportButton />}
    </div>
  );
}
