// Beside a sentence with a reference: the way to the report in which that is found. Where the window itself is broken, too.
import { useState } from 'react';
import { request } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import { openSettings } from '../settings/opening.ts';
import { wording } from '../wording/wording.ts';

export const ReportButton = () => <Button onClick={() => openSettings('report')}>{wording.actions.report}</Button>;

/** Without anything that could be broken, too: it is read in the file. */
export function SaveReport() {
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    const made = await request('report.make', {});
    if (made.ok) await request('report.save', {});
    setBusy(false);
  }
  return (
    <Button disabled={busy} onClick={save}>
      {wording.actions.report}
    </Button>
  );
}
