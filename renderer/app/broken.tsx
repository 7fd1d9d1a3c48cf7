// Catches what went wrong while drawing, so that a bug in one place does not leave an empty window.
import { Component, type ReactNode } from 'react';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { SaveReport } from '../report/report-button.tsx';
import { wording } from '../wording/wording.ts';
import styles from './app.module.css';

export class Broken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className={styles['failed']}>
        <Complaint sentence={wording.broken}>
          <Button onClick={() => location.reload()}>{wording.reload}</Button>
          <SaveReport />
        </Complaint>
      </main>
    );
  }
}
