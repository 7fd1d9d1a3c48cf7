// Asks for what a window shows first while its page is still being read, and gives each answer once, to the page that asks
// the same. Knows nothing of how it is asked.
import type { Bridge } from './contract/bridge.ts';
import type { PortholeEvent } from './contract/events.ts';
import type { Result } from './contract/failure.ts';
import type { Input, Output, RequestName } from './contract/requests.ts';
import type { Grouping } from './contract/search.ts';

export interface Ahead {
  readonly request: Bridge['request'];
  /** What was asked before the event may be true no more. */
  readonly hear: (event: PortholeEvent) => void;
}

/** The beginning of the inbox, as the page puts it. */
export const firstPage = (grouping: Grouping): Input<'messages.find'> => ({
  search: { text: 'in:inbox', caret: null, grouping, order: 'newest', anywhereInThread: false, partsOfWords: false },
  ask: false,
  offset: 0,
  limit: 25,
});

const concerned: Readonly<Record<PortholeEvent['name'], RequestName>> = {
  'session.changed': 'session.read',
  'settings.changed': 'settings.read',
  'messages.changed': 'messages.find',
  'labels.changed': 'labels.list',
  'searches.changed': 'searches.list',
  'search.answered': 'messages.find',
};

interface Asked {
  readonly input: string;
  readonly answer: Promise<string>;
}

export function askAhead(ask: Bridge['request']): Ahead {
  const asked = new Map<RequestName, Asked>();

  async function askNow<Name extends RequestName>(name: Name, input: Input<Name>): Promise<Output<Name> | undefined> {
    const answer = ask(name, input);
    const mine = { input: JSON.stringify(input), answer };
    asked.set(name, mine);
    const text = await answer.catch(() => undefined);
    // It was asked under this name, so its output is of this type.
    const result = text === undefined ? undefined : (JSON.parse(text) as Result<Output<Name>>);
    if (result?.ok) return result.value;
    // A page that asks later may be luckier.
    if (asked.get(name) === mine) asked.delete(name);
    return undefined;
  }

  async function start(): Promise<void> {
    void askNow('session.read', {});
    const settings = await askNow('settings.read', {});
    if (settings) void askNow('messages.find', firstPage(settings.grouping));
    void askNow('labels.list', {});
    void askNow('searches.list', {});
  }
  void start();

  return {
    request: (name, input) => {
      const known = asked.get(name);
      if (known?.input !== JSON.stringify(input)) return ask(name, input);
      asked.delete(name);
      return known.answer;
    },
    hear: ({ name }) => asked.delete(concerned[name]),
  };
}
