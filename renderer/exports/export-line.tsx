// How far an export is, with a way to stop it; and how it ended, until that has been read.
import X from 'lucide-react/icons/x';
import { useEffect, useSyncExternalStore } from 'react';
import type { ExportState } from '../../electron/contract/body.ts';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { command } from '../status/command.ts';
import { wording } from '../wording/wording.ts';
import styles from './exports.module.css';
import { exported, waiting } from './exports.ts';

const words = wording.message.exports;

export function ExportLine() {
  const { value: state } = useAnswers(exported);
  // What ended before anybody waited for it is no news.
  const awaited = useSyncExternalStore(waiting.subscribe, waiting.read, waiting.read);
  const running = state?.state === 'running';
  useEffect(() => {
    if (running) waiting.set(true);
  }, [running]);
  if (!state || !awaited) return null;
  return <Line state={state} onDismiss={() => waiting.set(false)} />;
}

function Line({ state, onDismiss }: { readonly state: ExportState; readonly onDismiss: () => void }) {
  const { busy, run } = useAction(command);
  const running = state.state === 'running';
  const leave = running ? words.cancel : words.dismiss;
  return (
    <span className={styles['line']}>
      {running && <progress aria-label={words.name} value={state.done} max={Math.max(state.total, 1)} />}
      {/* Every message would be too much to hear. */}
      <span role={running ? undefined : 'status'} data-failed={state.state === 'failed' || undefined}>
        {words.state(state)}
      </span>
      <Button
        weight="quiet"
        disabled={busy}
        aria-label={leave}
        title={leave}
        onClick={() => (running ? void run('export.cancel', {}) : onDismiss())}
      >
        <X size={13} aria-hidden="true" />
      </Button>
    </span>
  );
}
