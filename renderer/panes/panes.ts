// What can be done with the panes, for a separator, a button, a key or a command. It is remembered.
import { type Pane, type SizedPane, usualPanes } from '../../electron/contract/panes.ts';
import type { Input } from '../../electron/contract/requests.ts';
import { settings } from '../settings/settings.ts';
import { command } from '../status/command.ts';
import { within } from './sizes.ts';

function change(panes: NonNullable<Input<'settings.change'>['panes']>): void {
  void command('settings.change', { panes });
}

export function resizePane(pane: SizedPane, width: number): void {
  change({ [pane]: within(pane, width) });
}

export function resetPane(pane: SizedPane): void {
  change({ [pane]: usualPanes[pane] });
}

export function foldPane(pane: Pane, fold: boolean): void {
  const { value } = settings.read();
  const others = (value?.panes.folded ?? []).filter((one) => one !== pane);
  change({ folded: fold ? [...others, pane] : others });
}

export function turnPane(pane: Pane): void {
  foldPane(pane, !settings.read().value?.panes.folded.includes(pane));
}
