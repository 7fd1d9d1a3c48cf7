// A report, as it would be saved: to be read first. Nothing of it leaves this computer by itself.
import { useEffect, useState } from 'react';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { report as words } from '../wording/report.ts';
import { wording } from '../wording/wording.ts';
import styles from './report.module.css';

export function ReportSection() {
  const { busy, failure, run } = useAction();
  const [text, setText] = useState<string | null>(null);
  const [saved, setSaved] = useState<string | null>(null);

  useEffect(() => {
    void run('report.make', {}).then((result) => result.ok && setText(result.value.text));
  }, [run]);

  async function save() {
    setSaved(null);
    const result = await run('report.save', {});
    if (result.ok && result.value) setSaved(result.value.filename);
  }

  return (
    <>
      <p>{words.lead}</p>
      <div>
        <Button disabled={busy || text === null} onClick={save}>
          {wording.actions.report}
        </Button>{' '}
        <span role="status">{saved !== null && words.saved(saved)}</span>
      </div>
      {failure && <Complaint failure={failure} />}
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section className={styles['text']} aria-label={words.text} tabIndex={0}>
          <pre dir="ltr">{text}</pre>
        </section>
      )}
    </>
  );
}
