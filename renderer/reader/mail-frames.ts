// The frames in which mail is shown, one of them made ready before it is wanted: its process, its page and its script take longer
// than any mail. Each is for one view, and empty until that is opened. Knows nothing of what is shown.
import type { Result } from '../../electron/contract/failure.ts';
import type { Input, Output } from '../../electron/contract/requests.ts';
import { parseFromFrame } from '../../electron/mail/frame.ts';
import { request as ask } from '../bridge.ts';

type Asking = 'view.prepare' | 'view.open' | 'view.close';

interface MailFramesOptions {
  readonly request: <Name extends Asking>(name: Name, input: Input<Name>) => Promise<Result<Output<Name>>>;
}

export interface MailFrame {
  readonly host: string;
  readonly element: HTMLIFrameElement;
  /** It has said that it listens, and may have said so before anybody heard it. */
  readonly isReady: () => boolean;
}

export interface MailFrames {
  /** The next frame stands ready from now on, wherever frames are opened often. */
  readonly keepReady: () => void;
  /** Makes the next one ready, where one is to be: when that is in nobody's way. */
  readonly refill: () => void;
  /** A frame for one document of the message, in the box. Null where there is to be none. */
  readonly open: (id: string, box: HTMLElement) => Promise<MailFrame | null>;
  readonly close: (frame: MailFrame) => void;
}

const outOfSight = 'position:fixed;inset:0 auto auto 0;inline-size:600px;block-size:0;visibility:hidden';

/** What is laid out as wide as it will be need not be laid out again. */
function widen(element: HTMLElement, { clientWidth }: HTMLElement): void {
  element.style.inlineSize = `${clientWidth}px`;
}

function createFrame(host: string, box: HTMLElement): MailFrame {
  const element = document.createElement('iframe');
  let ready = false;
  const onMessage = ({ source, origin, data }: MessageEvent) => {
    if (source !== element.contentWindow || origin !== `mail://${host}`) return;
    if (parseFromFrame(data)?.kind !== 'ready') return;
    ready = true;
    removeEventListener('message', onMessage);
  };
  addEventListener('message', onMessage);
  // Both together are safe in this one place: the frame has an origin of its own that owns nothing, and mail is never
  // alive in it, only in the scriptless frame below.
  element.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-popups');
  element.src = `mail://${host}/shell`;
  widen(element, box);
  box.append(element);
  return { host, element, isReady: () => ready };
}

export function createMailFrames({ request }: MailFramesOptions): MailFrames {
  let keeps = false;
  let preparing = false;
  let prepared: MailFrame | null = null;

  async function refill(): Promise<void> {
    if (!keeps || preparing || prepared) return;
    preparing = true;
    const result = await request('view.prepare', {});
    preparing = false;
    if (!result.ok) return;
    const wings = document.createElement('div');
    wings.inert = true;
    wings.style.cssText = outOfSight;
    document.body.append(wings);
    prepared = createFrame(result.value.host, wings);
  }

  /** Moved, not put there: what is taken out of a document and put back begins anew. */
  function take(box: HTMLElement): MailFrame | null {
    const taken = prepared;
    if (!taken || !box.isConnected) return null;
    prepared = null;
    const wings = taken.element.parentElement;
    widen(taken.element, box);
    box.moveBefore(taken.element, null);
    wings?.remove();
    return taken;
  }

  function close({ host, element }: MailFrame): void {
    element.remove();
    void request('view.close', { host });
  }

  return {
    keepReady() {
      keeps = true;
      void refill();
    },
    refill: () => void refill(),
    async open(id, box) {
      const taken = take(box);
      const result = await request('view.open', { id, ...(taken && { host: taken.host }) });
      if (result.ok && result.value.host === taken?.host) return taken;
      // The place that was prepared is gone, and it gets another; or there is nothing to show in it.
      if (taken) close(taken);
      return result.ok ? createFrame(result.value.host, box) : null;
    },
    close,
  };
}

export const mailFrames = createMailFrames({ request: ask });
