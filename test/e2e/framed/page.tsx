// A window with nothing in it but one frame of a message, and what it was told of it, for a spec.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { FromFrame } from '../../../electron/mail/frame.ts';
import { Framed, type FramedProps } from '../../../renderer/reader/framed.tsx';
import { mailFrames } from '../../../renderer/reader/mail-frames.ts';
import '../../../renderer/styles/tokens.css';

export interface Given {
  readonly html: string;
  readonly options: FramedProps['options'];
  readonly find: FramedProps['find'];
}

export interface Heard {
  readonly views: readonly string[];
  readonly messages: readonly FromFrame[];
  readonly failed: number;
  readonly keys: readonly string[];
}

const heard = { views: [] as string[], messages: [] as FromFrame[], failed: 0, keys: [] as string[] };
Reflect.set(window, 'heard', heard);
Reflect.set(window, 'keepReady', mailFrames.keepReady);
document.addEventListener('keydown', ({ key }) => heard.keys.push(key));
const hear = (message: FromFrame) => void heard.messages.push(message);

function Page() {
  const [given, setGiven] = useState<Given | null>(null);
  // What says the same is the same, as it is in the window.
  Reflect.set(window, 'give', (next: Given | null) =>
    setGiven((before) => {
      const isSame = JSON.stringify(before?.options) === JSON.stringify(next?.options);
      return next && before && isSame ? { ...next, options: before.options } : next;
    }),
  );
  if (!given) return <p>Nothing is open.</p>;
  return (
    <Framed
      {...given}
      id="message"
      title="Message from Ada"
      onView={(host) => heard.views.push(host)}
      onShown={hear}
      onBlocked={hear}
      onLink={hear}
      onHover={(href) => hear({ kind: 'hover', href })}
      onFound={hear}
      onFailed={() => {
        heard.failed += 1;
      }}
    />
  );
}

const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(<Page />);
