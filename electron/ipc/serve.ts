// Answers the window's requests: checks who asks, what is asked and with what, before any handler runs. What is expected
// to go wrong goes back as a Failure, anything else as `internal` with a reference into the log.
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { requestChannel } from '../contract/bridge.ts';
import { type Failure, FailureError, type Result } from '../contract/failure.ts';
import { type Handlers, type RequestName, requests } from '../contract/requests.ts';

export interface ServeOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly handlers: Handlers;
  /** Nothing is answered before: what the window would show of nobody's mail is not true. */
  readonly opened: () => Promise<void>;
  /** Why this may not be asked for now: without its handler having run, or after, where that has come in between. */
  readonly refusal?: (name: RequestName) => Failure | undefined;
  /** The window has asked for the first time: what its document came with has been painted. */
  readonly onFirst: () => void;
  /** It could not be done, as is expected to happen. */
  readonly onRefused?: (name: RequestName, kind: Failure['kind']) => void;
  /** Writes down a bug and answers its reference. */
  readonly onBug: (error: unknown) => string;
}

/** Only the main frame of a window that shows our own page. `senderFrame` is null once the frame is gone. */
export function isOurPage({ sender, senderFrame }: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean {
  if (!senderFrame || senderFrame !== sender.mainFrame || !URL.canParse(senderFrame.url)) return false;
  const { protocol, host } = new URL(senderFrame.url);
  return protocol === 'app:' && host === 'bundle';
}

const isForShut = (name: string) => /^(?:lock|erase)\./.test(name);

const isRequest = (name: unknown): name is RequestName => typeof name === 'string' && Object.hasOwn(requests, name);

export function serve({
  ipcMain,
  handlers,
  opened,
  refusal = () => undefined,
  onFirst,
  onRefused,
  onBug,
}: ServeOptions): void {
  let isFirst = true;
  const permit = (name: RequestName): void => {
    const failure = refusal(name);
    if (failure) throw new FailureError(failure);
  };
  const answer = async (name: RequestName, input: unknown): Promise<Result<unknown>> => {
    try {
      // The schema of this name is what the handler of this name takes; the compiler loses the pair, not the fact.
      const handle = handlers[name] as (input: unknown) => unknown;
      const parsed = requests[name].input.parse(input);
      permit(name);
      // What can be asked for while all is shut needs no mail to be open.
      if (!isForShut(name)) await opened();
      permit(name);
      const value = await handle(parsed);
      permit(name);
      return { ok: true, value };
    } catch (error) {
      if (error instanceof FailureError) {
        onRefused?.(name, error.failure.kind);
        return { ok: false, failure: error.failure };
      }
      return { ok: false, failure: { kind: 'internal', reference: onBug(error) } };
    }
  };

  ipcMain.handle(requestChannel, (event, name: unknown, input: unknown) => {
    // Before anything else, and not as a Result: whoever this is gets no answer.
    if (!isOurPage(event)) throw new Error('refused');
    if (!isRequest(name)) throw new Error('no such request');
    if (isFirst) onFirst();
    isFirst = false;
    return answer(name, input);
  });
}
