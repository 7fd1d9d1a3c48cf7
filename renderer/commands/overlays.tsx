// What opens above the window to reach everything else: the palette, and the list of keys. Both are loaded when first opened.
import { lazy, Suspense, useState } from 'react';
import { useCommands } from './use-commands.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));

export function Overlays({ hasMailbox }: { readonly hasMailbox: boolean }) {
  const [open, setOpen] = useState<'palette' | 'labels' | 'keys' | null>(null);
  const close = () => setOpen(null);
  useCommands({
    'window.palette': () => setOpen('palette'),
    'window.keys': () => setOpen('keys'),
    'go.label': hasMailbox ? () => setOpen('labels') : undefined,
  });

  return (
    <Suspense>
      {open === 'keys' && <KeysDialog onClose={close} />}
      {(open === 'palette' || open === 'labels') && (
        <Palette labelsOnly={open === 'labels'} hasMailbox={hasMailbox} onClose={close} />
      )}
    </Suspense>
  );
}
