// What can be done with the mailbox as a whole by key, from the menu or from the palette.
import type { RefObject } from 'react';
import type { Search } from '../../electron/contract/search.ts';
import { type CommandId, isCommand } from '../commands/table.ts';
import { useCommands } from '../commands/use-commands.ts';
import { startExport } from '../exports/exports.ts';
import { places } from '../labels/places.ts';
import { exportOf, isEmpty, type useSelection } from '../messages/use-selection.ts';
import { turnPane } from '../panes/panes.ts';
import { isInbox, type Look } from '../search/look.ts';
import { command } from '../status/command.ts';
import { firstReachable, toPane } from './regions.ts';
import type { useReading } from './use-reading.ts';
import { useWaiting } from './use-waiting.ts';

interface MailboxCommands {
  readonly reading: Pick<
    ReturnType<typeof useReading>,
    'cursor' | 'target' | 'open' | 'openNext' | 'close' | 'leave' | 'step' | 'focusList'
  >;
  readonly selecting: ReturnType<typeof useSelection>;
  /** Something is listed. */
  readonly hasRows: boolean;
  /** What is wanted, as `listOf` names it; and whether that is what is listed. */
  readonly list: string;
  readonly isHere: boolean;
  /** Something else than the inbox is. */
  readonly isNarrowed: boolean;
  /** Whether they are shown; null where there are none to show. */
  readonly facets: boolean | null;
  readonly filterBox: RefObject<HTMLInputElement | null>;
  readonly onLook: (changes: Partial<Look>) => void;
  readonly onShowInbox: () => void;
  readonly toSearch: () => Search;
}

const queryOf = (name: (typeof places)[number]['name']) => places.find((place) => place.name === name)?.query ?? '';

export function useMailboxCommands(options: MailboxCommands): { readonly exportSelected: () => void } {
  const { reading, selecting, hasRows, list, isHere, isNarrowed, facets, filterBox, onLook, onShowInbox, toSearch } =
    options;
  const { cursor, target } = reading;
  const { selection } = selecting;
  const exportSelected = () => void startExport(exportOf(selection, toSearch()));
  const wait = useWaiting(list, isHere);
  const inRows = (runs: Readonly<Partial<Record<CommandId, () => unknown>>>) => {
    if (isHere) return hasRows ? runs : {};
    return Object.fromEntries(
      Object.keys(runs)
        .filter(isCommand)
        .map((id) => [id, () => wait(id)]),
    );
  };

  const look = (name: Parameters<typeof queryOf>[0]) => () => {
    const query = queryOf(name);
    onLook({ text: isInbox(query) ? '' : query, caret: null, chosen: true });
    reading.leave();
    reading.focusList();
  };
  const back = () => {
    if (target !== null) reading.close();
    else if (!isEmpty(selection)) selecting.selectNone();
    else if (isNarrowed) onShowInbox();
    else reading.focusList();
  };

  useCommands({
    'window.back': back,
    'window.nextPane': () => toPane(1),
    'window.previousPane': () => toPane(-1),
    'window.toolbar'() {
      const toolbar = document.querySelector('[data-toolbar]');
      if (toolbar) firstReachable(toolbar)?.focus();
    },
    'window.refresh': () => void command('sync.now', {}),
    'window.labels': () => turnPane('labels'),
    'window.list': () => turnPane('list'),
    'window.message': () => turnPane('message'),
    'window.facets': facets === null ? undefined : () => void command('settings.change', { facets: !facets }),

    'go.filter'() {
      filterBox.current?.focus();
      filterBox.current?.select();
    },
    'go.inbox': look('inbox'),
    'go.starred': look('starred'),
    'go.important': look('important'),
    'go.sent': look('sent'),
    'go.drafts': look('drafts'),
    'go.all': look('all'),
    'go.spam': look('spam'),
    'go.trash': look('trash'),

    'selection.export': isEmpty(selection) ? undefined : exportSelected,
    'conversation.close': back,

    ...inRows({
      'list.next': () => reading.step('next'),
      'list.previous': () => reading.step('previous'),
      'list.nextPage': () => reading.step('nextPage'),
      'list.previousPage': () => reading.step('previousPage'),
      'list.first': () => reading.step('first'),
      'list.last': () => reading.step('last'),
      'list.open': () => cursor !== null && reading.open(cursor, 'key'),
      'list.export': () => void startExport({ search: toSearch() }),

      'selection.turn': () => cursor !== null && cursor.key !== null && selecting.turn(cursor.key),
      'selection.all': selecting.selectAll,
      'selection.none': selecting.selectNone,

      'conversation.newer': () => reading.openNext('previous'),
      'conversation.older': () => reading.openNext('next'),
    }),
  });
  return { exportSelected };
}
