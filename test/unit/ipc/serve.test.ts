import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { describe, expect, test } from 'vitest';
import { FailureError, type Result } from '../../../electron/contract/failure.ts';
import type { Handlers } from '../../../electron/contract/requests.ts';
import { isOurPage, serve } from '../../../electron/ipc/serve.ts';

type Listener = Parameters<IpcMain['handle']>[1];
type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

/** As much of Electron's event as the check reads. */
function from(url: string, frame: 'main' | 'sub' | 'gone' = 'main'): IpcMainInvokeEvent {
  const mainFrame = { url };
  const senderFrame = frame === 'main' ? mainFrame : frame === 'sub' ? { url } : null;
  return { sender: { mainFrame }, senderFrame } as unknown as IpcMainInvokeEvent;
}
const ourPage = from('app://bundle/index.html');

function serving(handlers: Partial<Handlers>) {
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
    const { ask } = serving({ 'settings.read': () => ({ theme: `${++reached}` as 'light' }) });
    await expect(ask(from('https://evil.example/'), 'settings.read', {})).rejects.toThrow('refused');
    expect(reached).toBe(0);
    await ask(ourPage, 'settings.read', {});
    expect(reached).toBe(1);
  });
});

describe('what may be asked', () => {
  test.each(['nothing.there', 'constructor', '__proto__', 'toString', '', null, 7, {}])('not %j', async (name) => {
    const { ask } = serving({});
    await expect(ask(ourPage, name, {})).rejects.toThrow('no such request');
  });

  test.each<[string, unknown]>([
    ['message.open', { id: '../../etc' }],
    ['message.open', { id: 'a1', more: true }],
    ['message.open', null],
    ['messages.find', { query: 'x'.repeat(3_000), ask: true, offset: 0, limit: 10 }],
    ['messages.find', { query: 'x', ask: true, offset: -1, limit: 10 }],
    ['messages.find', { query: 'x', ask: true, offset: 0, limit: 1e9 }],
    ['settings.change', { theme: 'pink' }],
    ['account.signOut', {}],
  ])('%s refuses input that does not fit before its handler runs', async (name, input) => {
    let reached = 0;
    const handler = () => {
      reached++;
      return null as never;
    };
    const { ask } = serving({
      'message.open': handler,
      'messages.find': handler,
      'settings.change': handler,
      'account.signOut': handler,
    });
    expect(await ask(ourPage, name, input)).toMatchObject({ ok: false, failure: { kind: 'internal' } });
    expect(reached).toBe(0);
    await ask(ourPage, 'message.open', { id: 'a1' });
    expect(reached).toBe(1);
  });
});

describe('what comes back', () => {
  test('a value', async () => {
    const { ask } = serving({ 'settings.read': () => ({ theme: 'dark' }) });
    expect(await ask(ourPage, 'settings.read', {})).toEqual({ ok: true, value: { theme: 'dark' } });
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
