// All keys, by groups.
import { useEffect, useRef, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import { KeyTable } from './key-table.tsx';

const words = wording.commands;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const [changing, setChanging] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
  // After the dialog has opened, which looks for somebody to focus itself.
  useEffect(() => box.current?.focus(), []);
  const tools = (
    <>
      <Button weight="quiet" aria-pressed={changing} onClick={() => setChanging(!changing)}>
        {words.change}
      </Button>
      <Button onClick={() => dialog.current?.close()}>{words.close}</Button>
    </>
  );
  return (
    <Dialog box={dialog} title={words.title} size="wide" tools={tools} onClose={onClose}>
      <KeyTable box={box} changing={changing} />
    </Dialog>
  );
}
