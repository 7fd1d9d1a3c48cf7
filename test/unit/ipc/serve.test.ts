import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { describe, expect, test } from 'vitest';
import { FailureError, type Result } from '../../../electron/contract/failure.ts';
import { unbegun } from '../../../electron/contract/guide.ts';
import type { Handlers, Input, RequestName } from '../../../electron/contract/requests.ts';
import { longestQuery, longestSearchName } from '../../../electron/contract/search.ts';
import { isOurPage, serve } from '../../../electron/ipc/serve.ts';
import { anySearch } from '../../support/any-search.ts';
import { usualLook } from '../../support/usual-look.ts';

type Listener = Parameters<IpcMain['handle']>[1];
type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/** As much of Electron's event as the check reads. */
function from(url: string, frame: 'main' | 'sub' | 'gone' = 'main'): IpcMainInvokeEvent {
  const mainFrame = { url };
  const senderFrame = frame === 'main' ? mainFrame : frame === 'sub' ? { url } : null;
  return { sender: { mainFrame }, senderFrame } as unknown as IpcMainInvokeEvent;
}
const ourPage = from('app://bundle/index.html');

function serving(handlers: Partial<Handlers>, opened = Promise.resolve()) {
  let listener: Listener | undefined;
  const bugs: unknown[] = [];
  const onBug = (error: unknown) => `ref${bugs.push(error)}`;
  serve({
    ipcMain: {
      handle: (_channel, added) => {
        listener = added;
      },
    },
    handlers: handlers as Handlers,
    opened: () => opened,
    onFirst: () => undefined,
    onBug,
  });
  const ask = async (event: IpcMainInvokeEvent, name: unknown, input: unknown): Promise<Result<unknown>> =>
    listener?.(event, name, input);
  return { ask, bugs };
}

describe('who may ask', () => {
  test.each<[string, Sender, boolean]>([
    ['our page', ourPage, true],
    ['a frame inside our page', from('app://bundle/index.html', 'sub'), false],
    ['a frame that is gone', from('app://bundle/index.html', 'gone'), false],
    ['another host of our scheme', from('app://bundle.evil/index.html'), false],
    ['a host that begins like ours', from('app://bundlex/'), false],
    ['a page of the web', from('https://bundle/'), false],
    ['our address as a user name', from('app://bundle@evil/'), false],
    ['a file', from('file:///bundle/index.html'), false],
    ['an empty page', from('about:blank'), false],
    ['no address at all', from(''), false],
  ])('%s', (_who, event, allowed) => {
    expect(isOurPage(event)).toBe(allowed);
  });

  test('a stranger reaches no handler', async () => {
    let reached = 0;
    const { ask } = serving({
      'settings.read': () => ({
        ...usualLook,
        theme: `${++reached}` as 'light',
        grouping: 'threads',
        facets: true,
        strict: false,
        keys: {},
        guide: unbegun,
      }),
    });
    await expect(ask(from('https://evil.example/'), 'settings.read', {})).rejects.toThrow('refused');
    expect(reached).toBe(0);
    await ask(ourPage, 'settings.read', {});
    expect(reached).toBe(1);
  });
});

describe('what may be asked', () => {
  /** By names of letters alone, as commands and accounts have them. */
  const numbered = (count: number, value: readonly string[]) => {
    const letters = (at: number) => [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return Object.fromEntries(Array.from({ length: count }, (_, at) => [`key.${letters(at)}`, value]));
  };

  test.each(['nothing.there', 'constructor', '__proto__', 'toString', '', null, 7, {}])('not %j', async (name) => {
    const { ask } = serving({});
    await expect(ask(ourPage, name, {})).rejects.toThrow('no such request');
  });

  const found = { search: { ...anySearch, caret: 1 }, ask: true, offset: 0, limit: 10 };
  const searching = (spoilt: object) => ({ ...found, search: { ...found.search, ...spoilt } });
  const taken = {
    'message.open': { id: 'a1' },
    'messages.find': found,
    'messages.summarize': { search: anySearch },
    'searches.save': { name: 'x', text: 'y' },
    'sync.pause': { paused: true },
    'settings.change': { theme: 'dark' },
    'guide.open': { page: 'clients', project: 'porthole-471213' },
    'account.signOut': { eraseMail: false },
  } as const satisfies Partial<{ [Name in RequestName]: Input<Name> }>;

  /** Hands out what reached the handlers. */
  const witnessed = () => {
    const reached: unknown[] = [];
    const witness = (input: unknown) => {
      reached.push(input);
      return null as never;
    };
    const handlers = Object.fromEntries(Object.keys(taken).map((name) => [name, witness]));
    return { ...serving(handlers), reached };
  };

  test.each(Object.entries(taken))('%s hands input that fits to its handler', async (name, input) => {
    const { ask, reached } = witnessed();
    expect(await ask(ourPage, name, input)).toEqual({ ok: true, value: null });
    expect(reached).toEqual([input]);
  });

  test('as many changed keys and accounts as anybody has', async () => {
    const { ask } = witnessed();
    const changes = { keys: numbered(500, ['j']), telling: { labels: numbered(1_000, ['INBOX']) } };
    expect(await ask(ourPage, 'settings.change', changes)).toEqual({ ok: true, value: null });
  });

  test.each<[keyof typeof taken, unknown]>([
    ['message.open', { id: '../../etc' }],
    ['message.open', { id: 'a1', more: true }],
    ['message.open', null],
    ['messages.find', searching({ text: 'x'.repeat(longestQuery + 1) })],
    ['messages.find', searching({ text: undefined })],
    ['messages.find', searching({ caret: -1 })],
    ['messages.find', searching({ caret: longestQuery + 1 })],
    ['messages.find', searching({ caret: undefined })],
    ['messages.find', searching({ grouping: 'x' })],
    ['messages.find', searching({ order: 'x' })],
    ['messages.find', searching({ anywhereInThread: 1 })],
    ['messages.find', searching({ partsOfWords: 'yes' })],
    ['messages.find', searching({ more: true })],
    ['messages.find', { ...found, more: true }],
    ['messages.find', { ...found, ask: 1 }],
    ['messages.find', { ...found, offset: -1 }],
    ['messages.find', { ...found, limit: 0 }],
    ['messages.find', { ...found, limit: 1e9 }],
    ['messages.summarize', { search: { ...anySearch, order: 'x' } }],
    ['searches.save', { name: '', text: 'y' }],
    ['searches.save', { name: 'x'.repeat(longestSearchName + 1), text: 'y' }],
    ['searches.save', { name: 'x' }],
    ['sync.pause', {}],
    ['sync.pause', { paused: 1 }],
    ['settings.change', { theme: 'pink' }],
    ['settings.change', { keys: { 'list.next': 'j' } }],
    ['settings.change', { keys: { 'no command': ['j'] } }],
    ['settings.change', { keys: { 'list.next': ['x'.repeat(61)] } }],
    ['settings.change', { keys: numbered(501, ['j']) }],
    ['settings.change', { telling: { labels: numbered(1_001, ['INBOX']) } }],
    ['settings.change', { guide: { ...unbegun, step: 'elsewhere' } }],
    ['guide.open', { page: 'https://evil.example/', project: null }],
    ['guide.open', { page: 'clients', project: 'porthole&authuser=1' }],
    ['guide.open', { page: 'clients', project: '' }],
    ['account.signOut', {}],
  ])('%s refuses input that does not fit before its handler runs', async (name, input) => {
    const { ask, reached } = witnessed();
    expect(await ask(ourPage, name, input)).toMatchObject({ ok: false, failure: { kind: 'internal' } });
    expect(reached).toEqual([]);
  });
});

describe('what comes back', () => {
  const settings = {
    ...usualLook,
    theme: 'dark',
    grouping: 'threads',
    facets: true,
    strict: false,
    keys: {},
    guide: unbegun,
  } as const;

  test('nothing before it is clear whose mail there is', async () => {
    const opening = Promise.withResolvers<void>();
    let reached = false;
    const { ask } = serving(
      {
        'settings.read': () => {
          reached = true;
          return settings;
        },
      },
      opening.promise,
    );
    const answer = ask(ourPage, 'settings.read', {});
    await new Promise((resolve) => setImmediate(resolve));
    expect(reached).toBe(false);
    opening.resolve();
    expect(await answer).toEqual({ ok: true, value: settings });
  });

  test('a value', async () => {
    const { ask } = serving({ 'settings.read': () => settings });
    expect(await ask(ourPage, 'settings.read', {})).toEqual({ ok: true, value: settings });
  });

  test('a failure, as a value and not as an error', async () => {
    const { ask, bugs } = serving({
      'settings.read': () => {
        throw new FailureError({ kind: 'offline' });
      },
    });
    expect(await ask(ourPage, 'settings.read', {})).toEqual({ ok: false, failure: { kind: 'offline' } });
    expect(bugs).toEqual([]);
  });

  test('a reference where a handler has a bug, and nothing of the error', async () => {
    const { ask, bugs } = serving({
      'settings.read': () => {
        throw new TypeError('secret words');
      },
    });
    const answer = await ask(ourPage, 'settings.read', {});
    expect(answer).toEqual({ ok: false, failure: { kind: 'internal', reference: 'ref1' } });
    expect(bugs).toHaveLength(1);
  });
});
