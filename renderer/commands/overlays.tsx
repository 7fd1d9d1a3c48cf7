// What opens above the window to reach everything else: the palette, and the list of keys. Neither is part of the first load.
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCommands } from './use-commands.ts';

const loadPalette = () => import('./palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const loadKeysDialog = () => import('./keys-dialog.tsx');
const KeysDialog = lazy(async () => ({ default: (await loadKeysDialog()).KeysDialog }));

type What = 'palette' | 'labels' | 'keys';

interface Opened {
  readonly what: What | null;
  /** Each time it is another one, with nothing typed. */
  readonly time: number;
}

export function Overlays({ hasMailbox }: { readonly hasMailbox: boolean }) {
  const [{ what, time }, setOpened] = useState<Opened>({ what: null, time: 0 });
  const open = (next: What) => () => setOpened((before) => ({ what: next, time: before.time + 1 }));
  const close = () => setOpened((before) => ({ ...before, what: null }));
  // Whoever asks for it goes on typing: what is typed while it loads would be keys of the list.
  useEffect(() => {
    const waiting = requestIdleCallback(() => {
      void loadPalette();
      void loadKeysDialog();
    });
    return () => cancelIdleCallback(waiting);
  }, []);
  useCommands({
    'window.palette': open('palette'),
    'window.keys': open('keys'),
    'go.label': hasMailbox ? open('labels') : undefined,
  });

  if (what === null) return null;
  return (
    <Suspense>
      {what === 'keys' ? (
        <KeysDialog key={time} onClose={close} />
      ) : (
        <Palette key={time} labelsOnly={what === 'labels'} hasMailbox={hasMailbox} onClose={close} />
      )}
    </Suspense>
  );
}
