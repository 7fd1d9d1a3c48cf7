// The pictures of one document of a message that lie elsewhere: what was kept out of it, and what of that is there once the
// person wants it. Each view is asked anew, as each has its own place.
import { useCallback, useEffect, useState } from 'react';
import type { Picture } from '../../electron/contract/body.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { Blocked } from '../../electron/mail/frame.ts';
import { request } from '../bridge.ts';

export type Wanted = 'message' | 'sender' | null;

export interface PartPictures {
  readonly blocked: Blocked;
  /** Null until they were asked for and are there. */
  readonly pictures: readonly Picture[] | null;
  readonly failure: Failure | null;
}

interface View {
  readonly host: string;
  readonly blocked: Blocked | null;
  readonly pictures: readonly Picture[] | null;
  readonly failure: Failure | null;
}

const ofHost = (host: string): View => ({ host, blocked: null, pictures: null, failure: null });

export function usePictures(wanted: Wanted, onChange: (pictures: PartPictures) => void) {
  const [view, setView] = useState<View | null>(null);
  const host = view?.host ?? null;
  const blocked = view?.blocked ?? null;

  const onView = useCallback((opened: string) => setView(ofHost(opened)), []);
  const onBlocked = useCallback((heard: Blocked) => {
    // With pictures shown it is told again, less what is shown: what the mail wanted is what it said first.
    setView((before) => (before && before.blocked === null ? { ...before, blocked: heard } : before));
  }, []);

  useEffect(() => {
    if (host !== null && blocked && blocked.urls.length > 0) {
      void request('view.keptOut', { host, urls: [...blocked.urls] });
    }
  }, [host, blocked]);

  useEffect(() => {
    if (host === null || !blocked || blocked.urls.length === 0 || wanted === null) return;
    let current = true;
    void request('view.pictures', { host, urls: [...blocked.urls], wantedFor: wanted }).then((result) => {
      if (!current) return;
      const told = result.ok ? { pictures: result.value, failure: null } : { pictures: null, failure: result.failure };
      setView((before) => (before?.host === host ? { ...before, ...told } : before));
    });
    return () => {
      current = false;
    };
  }, [host, blocked, wanted]);

  const pictures = view?.pictures ?? null;
  const failure = view?.failure ?? null;
  useEffect(() => {
    if (blocked) onChange({ blocked, pictures, failure });
  }, [blocked, pictures, failure, onChange]);

  return { onView, onBlocked, pictures };
}
