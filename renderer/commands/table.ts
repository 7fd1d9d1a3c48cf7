// Everything that can be done by key, from the menu or from the palette: one line each. Knows neither words nor who does it:
// whoever can, says so with `useCommands`.

/** Where a command makes sense, from everywhere to the narrowest; the narrowest that can be run has the key. */
export const contexts = ['anywhere', 'mailbox', 'list', 'conversation'] as const;
export type Context = (typeof contexts)[number];

export const groups = ['window', 'go', 'list', 'selection', 'conversation', 'message'] as const;
export type Group = (typeof groups)[number];

export interface Command {
  readonly group: Group;
  readonly when: Context;
  /** As `strokes.ts` writes them; what is pressed in turn stands apart (`g i`). The first is the one that is shown. */
  readonly keys: readonly string[];
}

const command = (group: Group, when: Context, ...keys: readonly string[]): Command => ({ group, when, keys });

/** Single keys are Gmail's own where Gmail has them: https://support.google.com/mail/answer/6594 */
export const commands = {
  'window.palette': command('window', 'anywhere', 'Mod+k'),
  'window.keys': command('window', 'anywhere', '?'),
  'window.settings': command('window', 'anywhere', 'Mod+,'),
  'window.zoomIn': command('window', 'anywhere', 'Mod++', 'Mod+='),
  'window.zoomOut': command('window', 'anywhere', 'Mod+-'),
  'window.zoomReset': command('window', 'anywhere', 'Mod+0'),
  'window.back': command('window', 'anywhere', 'Escape'),
  'window.nextPane': command('window', 'mailbox', 'F6'),
  'window.previousPane': command('window', 'mailbox', 'Shift+F6'),
  'window.toolbar': command('window', 'mailbox', ','),
  'window.refresh': command('window', 'mailbox', 'Shift+n', 'F5'),
  'window.labels': command('window', 'mailbox', 'Mod+Shift+l'),
  'window.message': command('window', 'mailbox'),
  'window.facets': command('window', 'mailbox'),
  'window.list': command('window', 'mailbox'),
  'window.lock': command('window', 'anywhere'),
  'window.report': command('window', 'anywhere'),
  'window.density': command('window', 'anywhere'),
  'window.signOut': command('window', 'mailbox'),
  'window.addAccount': command('window', 'mailbox'),
  'window.accounts': command('window', 'mailbox'),

  'go.filter': command('go', 'mailbox', '/', 'Mod+f'),
  'go.inbox': command('go', 'mailbox', 'g i'),
  'go.starred': command('go', 'mailbox', 'g s'),
  'go.important': command('go', 'mailbox'),
  'go.sent': command('go', 'mailbox', 'g t'),
  'go.drafts': command('go', 'mailbox', 'g d'),
  'go.all': command('go', 'mailbox', 'g a'),
  'go.spam': command('go', 'mailbox'),
  'go.trash': command('go', 'mailbox'),
  'go.label': command('go', 'mailbox', 'g l'),
  'go.allAccounts': command('go', 'mailbox', 'g 0'),

  'list.next': command('list', 'list', 'j', 'ArrowDown'),
  'list.previous': command('list', 'list', 'k', 'ArrowUp'),
  'list.nextPage': command('list', 'list', 'PageDown', 'g n'),
  'list.previousPage': command('list', 'list', 'PageUp', 'g p'),
  'list.first': command('list', 'list', 'Home'),
  'list.last': command('list', 'list', 'End'),
  'list.open': command('list', 'list', 'o', 'Enter'),
  'list.export': command('list', 'list'),

  'selection.turn': command('selection', 'list', 'x'),
  'selection.all': command('selection', 'list', '* a'),
  'selection.none': command('selection', 'list', '* n'),
  'selection.export': command('selection', 'list', 'Mod+Shift+s'),

  'conversation.close': command('conversation', 'mailbox', 'u'),
  'conversation.newer': command('conversation', 'list', '['),
  'conversation.older': command('conversation', 'list', ']'),
  'conversation.find': command('conversation', 'conversation', 'Mod+f'),
  'conversation.nextMessage': command('conversation', 'conversation', 'n'),
  'conversation.previousMessage': command('conversation', 'conversation', 'p'),
  'conversation.unfoldAll': command('conversation', 'conversation', ';'),
  'conversation.foldAll': command('conversation', 'conversation', ':'),

  'message.menu': command('message', 'conversation', '.'),
  'message.view': command('message', 'conversation', 'v'),
  'message.saveFiles': command('message', 'conversation', 'Mod+s'),
  'message.print': command('message', 'conversation', 'Mod+p'),
  'message.pdf': command('message', 'conversation'),
  'message.save': command('message', 'conversation'),
  'message.export': command('message', 'conversation'),
  'message.source': command('message', 'conversation'),
  'message.headers': command('message', 'conversation'),
} as const satisfies Readonly<Record<string, Command>>;

export type CommandId = keyof typeof commands;

export const commandIds = Object.keys(commands) as readonly CommandId[];

export const isCommand = (id: string): id is CommandId => Object.hasOwn(commands, id);

/** The same with less of a type: for who goes through them all. */
export const commandOf = (id: CommandId): Command => commands[id];
