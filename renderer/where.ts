// Where somebody was in each mailbox: read before it is shown, told to the main process when it has rested.
import { useEffect, useState } from 'react';
import type { Where } from '../electron/contract/where.ts';
import { request } from './bridge.ts';

const known = new Map<string, Where | null>();
const waitMs = 600;
let waiting: { readonly accountId: string; readonly where: () => Where } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export function beginWhere(accountId: string, where: Where | null): void {
  known.set(accountId, where);
}

/** Of accounts that are there no more nothing is known, nor of all of them when one has gone. */
export function forgetWhere(there: readonly string[]): void {
  for (const accountId of known.keys()) if (!there.includes(accountId)) known.delete(accountId);
}

function tell(): void {
  clearTimeout(timer);
  if (!waiting) return;
  const { accountId } = waiting;
  const where = waiting.where();
  waiting = null;
  // It has gone meanwhile.
  if (!known.has(accountId)) return;
  known.set(accountId, where);
  void request('where.keep', { accountId, where });
}

/** `where` is asked when it is time: what it has to look up would be in the way of somebody who types, or scrolls. */
export function keepWhere(accountId: string, underWay: boolean, where: () => Where): void {
  if (!waiting) window.addEventListener('pagehide', tell, { once: true });
  waiting = { accountId, where };
  clearTimeout(timer);
  // What was chosen is told at once: the last words of a page that is being closed are not always heard.
  timer = setTimeout(tell, underWay ? waitMs : 0);
}

/** Undefined while that is not known. */
export function useWhere(accountId: string | null): Where | null | undefined {
  const [, setHeard] = useState<string | null>(null);
  const where = accountId === null ? null : known.get(accountId);

  useEffect(() => {
    if (accountId === null || known.has(accountId)) return;
    let wanted = true;
    void request('where.read', { accountId }).then((result) => {
      known.set(accountId, result.ok ? result.value : null);
      if (wanted) setHeard(accountId);
    });
    return () => {
      wanted = false;
    };
  }, [accountId]);

  // What was left unsaid of one mailbox is said before another is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each other account.
  useEffect(() => tell, [accountId]);
  return where;
}
