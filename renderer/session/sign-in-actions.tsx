// What can be done while the browser has the floor: wherever that is shown.
import { useEffect, useState } from 'react';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { wording } from '../wording/wording.ts';

const words = wording.waiting;
const copiedShownMs = 2_000;

export function SignInActions() {
  const { busy, run } = useAction();
  const [copied, setCopied] = useState(0);

  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), copiedShownMs);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    const result = await run('signIn.copyLink', {});
    if (result.ok) setCopied((times) => times + 1);
  }

  return (
    <>
      <Button disabled={busy} onClick={() => run('signIn.openAgain', {})}>
        {words.openAgain}
      </Button>
      <Button disabled={busy} onClick={copy}>
        {words.copy}
      </Button>
      <Button weight="quiet" onClick={() => run('signIn.cancel', {})}>
        {wording.cancel}
      </Button>
      <span aria-live="polite">{copied > 0 && words.copied}</span>
    </>
  );
}
