// All accounts with their permissions, over whatever is shown. Loaded when it is first opened.
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import { AccountsSection } from './accounts-section.tsx';

export function AccountsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={wording.accounts.name} onClose={onClose}>
      <AccountsSection />
    </Dialog>
  );
}
