// How far the way to a client has come. Shown at once and kept by the main process, so that a restart comes back to it.
import { useEffect, useEffectEvent, useState } from 'react';
import { type Guide, guideSteps } from '../../electron/contract/guide.ts';
import { request } from '../bridge.ts';

export interface GuideState {
  readonly guide: Guide;
  readonly change: (changes: Partial<Guide>) => void;
}

/** `kept` is what the settings say, null before they are there. `isOver`: an account is open. */
export function useGuide(kept: Guide | null, isOver: boolean): GuideState | null {
  const [changed, setChanged] = useState<Guide | null>(null);
  const guide = changed ?? kept;

  function change(changes: Partial<Guide>): void {
    if (!guide) return;
    const next = { ...guide, ...changes };
    setChanged(next);
    // Where it can't be kept, it holds until the window is closed.
    void request('settings.change', { guide: next });
  }

  const isOpen = guide?.open ?? false;
  const close = useEffectEvent(() => change({ open: false }));
  useEffect(() => {
    if (isOver && isOpen) close();
  }, [isOver, isOpen]);

  return guide && { guide, change };
}

/** From 1. */
export const stepNumber = (step: Guide['step']) => guideSteps.indexOf(step) + 1;
