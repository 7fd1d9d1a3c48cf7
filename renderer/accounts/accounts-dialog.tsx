// All accounts with their permissions, over whatever is shown. Loaded when it is first opened.
import { useRef } from 'react';
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import { AccountsSection } from './accounts-section.tsx';

export function AccountsDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Dialog box={dialog} title={wording.accounts.name} onClose={onClose}>
      <AccountsSection onLeave={() => dialog.current?.close()} />
    </Dialog>
  );
}
