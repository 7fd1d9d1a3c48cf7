// The application menu, as this window wants it: its own words, and the keys as the person has them.
import { useEffect } from 'react';
import type { MenuPlace, ShownMenu } from '../../electron/contract/menu.ts';
import { useAnswers } from '../asked.ts';
import { request } from '../bridge.ts';
import { settings } from '../settings/settings.ts';
import { wording } from '../wording/wording.ts';
import { type ChangedKeys, keysOf } from './match.ts';
import { acceleratorOf } from './shown-keys.ts';
import type { CommandId } from './table.ts';

const words = wording.commands;

/** Null stands for a line between two groups. */
const items: Readonly<Record<MenuPlace, readonly (CommandId | null)[]>> = {
  settings: ['window.settings'],
  file: [
    'message.saveFiles',
    'message.save',
    'message.export',
    'selection.export',
    'list.export',
    null,
    'message.print',
    'message.pdf',
  ],
  edit: ['conversation.find', 'go.filter', null, 'selection.turn', 'selection.all', 'selection.none'],
  view: [
    'window.labels',
    'window.list',
    'window.message',
    'window.facets',
    'window.density',
    null,
    'message.view',
    'conversation.unfoldAll',
    'conversation.foldAll',
    null,
    'message.source',
    'message.headers',
    null,
    'window.refresh',
    null,
    'window.zoomReset',
    'window.zoomIn',
    'window.zoomOut',
  ],
  go: [
    'window.palette',
    null,
    'go.inbox',
    'go.starred',
    'go.important',
    'go.sent',
    'go.drafts',
    'go.all',
    'go.spam',
    'go.trash',
    'go.label',
    null,
    'list.next',
    'list.previous',
    'list.open',
    'conversation.close',
    'conversation.nextMessage',
    'conversation.previousMessage',
  ],
  help: ['window.keys', null, 'window.report'],
};

export function menuOf(changed: ChangedKeys): ShownMenu {
  const item = (id: CommandId | null) => {
    if (id === null) return null;
    const keys = keysOf(id, changed)[0];
    return { id, name: words.names[id], accelerator: keys === undefined ? null : acceleratorOf(keys) };
  };
  const places = Object.keys(items) as readonly MenuPlace[];
  return { menus: places.map((place) => ({ place, name: words.menus[place], items: items[place].map(item) })) };
}

/** Once in a window. */
export function useMenu(): void {
  const changed = useAnswers(settings).value?.keys;
  useEffect(() => {
    if (changed) void request('menu.show', menuOf(changed));
  }, [changed]);
}
