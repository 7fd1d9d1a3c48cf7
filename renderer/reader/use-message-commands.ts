// What can be done with a message by key, from the menu or from the palette: its own buttons do it, marked `data-command`.
import type { CommandId } from '../commands/table.ts';
import { useCommands } from '../commands/use-commands.ts';

export type MessageCommand = Extract<CommandId, `message.${string}`>;

const firstInMenu = 'button:not([disabled]), input:checked:not([disabled]), input:not([disabled])';

/** Of the message where one is; where that is folded or lacks it, of the last that has it. */
function press(command: MessageCommand, here: HTMLElement | null): boolean {
  const marked = `[data-command="${command}"]`;
  const button =
    here?.querySelector<HTMLButtonElement>(marked) ??
    [...document.querySelectorAll<HTMLButtonElement>(`li[data-id] ${marked}`)].at(-1);
  if (!button || button.disabled) return false;
  // What it opens gives the focus back to it.
  if (button.checkVisibility()) button.focus();
  button.click();
  const menu = button.popoverTargetElement;
  if (menu?.matches(':popover-open')) menu.querySelector<HTMLElement>(firstInMenu)?.focus();
  return true;
}

export function useMessageCommands(here: () => HTMLElement | null): void {
  const pressed = (command: MessageCommand) => () => press(command, here());
  useCommands({
    'message.menu': pressed('message.menu'),
    'message.view': pressed('message.view'),
    'message.saveFiles': pressed('message.saveFiles'),
    'message.print': pressed('message.print'),
    'message.pdf': pressed('message.pdf'),
    'message.save': pressed('message.save'),
    'message.export': pressed('message.export'),
    'message.source': pressed('message.source'),
    'message.headers': pressed('message.headers'),
  });
}
