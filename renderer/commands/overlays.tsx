// What opens above the window to reach everything else: the palette, and the list of keys. Neither is part of the first load.
import { useEffect, useState } from 'react';
import { later } from '../controls/later.tsx';
import { useCommands } from './use-commands.ts';

const Palette = later(async () => (await import('./palette.tsx')).Palette);
const KeysDialog = later(async () => (await import('./keys-dialog.tsx')).KeysDialog);

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
      void Palette.load();
      void KeysDialog.load();
    });
    return () => cancelIdleCallback(waiting);
  }, []);
  useCommands({
    'window.palette': open('palette'),
    'window.keys': open('keys'),
    'go.label': hasMailbox ? open('labels') : undefined,
  });

  if (what === null) return null;
  return what === 'keys' ? (
    <KeysDialog key={time} onClose={close} />
  ) : (
    <Palette key={time} labelsOnly={what === 'labels'} hasMailbox={hasMailbox} onClose={close} />
  );
}
