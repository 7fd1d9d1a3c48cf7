// What opens above the window to reach everything else: the palette, and the list of keys. Both are loaded when first opened.
import { lazy, Suspense, useState } from 'react';
import { useCommands } from './use-commands.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));

interface Opened {
  readonly what: 'palette' | 'labels' | 'keys';
  readonly at: number;
}

export function Overlays({ hasMailbox }: { readonly hasMailbox: boolean }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = (what: Opened['what']) => () => setOpened((before) => ({ what, at: (before?.at ?? 0) + 1 }));
  // A dialog says that it is closed a moment after it was: by then another key may have opened the next.
  const close = () => setOpened((now) => (now === opened ? null : now));
  useCommands({
    'window.palette': open('palette'),
    'window.keys': open('keys'),
    'go.label': hasMailbox ? open('labels') : undefined,
  });

  if (!opened) return null;
  const { what, at } = opened;
  return (
    <Suspense>
      {what === 'keys' ? (
        <KeysDialog key={at} onClose={close} />
      ) : (
        <Palette key={at} labelsOnly={what === 'labels'} hasMailbox={hasMailbox} onClose={close} />
      )}
    </Suspense>
  );
}
