// The frame that shows one document of a message as its author laid it out. It is opened for this view alone and closed with it;
// what comes out of it is taken for what anybody could have said.
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type FromFrame, longestHtml, parseFromFrame, type Show, type ToFrame } from '../../electron/mail/frame.ts';
import { framePalette } from './frame-palette.ts';
import styles from './framed.module.css';
import { type MailFrame, mailFrames } from './mail-frames.ts';

type Of<Kind extends FromFrame['kind']> = Extract<FromFrame, { kind: Kind }>;

/** What a frame shows, and how. */
export type FramedOptions = Omit<Show, 'kind' | 'html' | 'palette' | 'title'>;

export interface FramedProps {
  /** Of the message. */
  readonly id: string;
  readonly html: string;
  /** Another object means that the document is laid out anew. */
  readonly options: FramedOptions;
  /** For assistive technology. */
  readonly title: string;
  /** What is looked for in it; null: nothing is. Another object is looked for anew. */
  readonly find: Omit<Extract<ToFrame, { kind: 'find' }>, 'kind'> | null;
  /** The view's own host: where `view.pictures` is asked for it. */
  readonly onView?: (host: string) => void;
  readonly onShown?: (shown: Of<'shown'>) => void;
  readonly onBlocked: (blocked: Of<'blocked'>) => void;
  readonly onLink: (link: Of<'link'>) => void;
  readonly onHover: (href: string | null) => void;
  /** `top`: of the current one, below the upper edge of the frame. */
  readonly onFound?: (found: Of<'found'>) => void;
  /** It can't be shown like this: its text is to be shown instead. */
  readonly onFailed: () => void;
}

/** Longer than any mail takes; what takes longer was made to. */
const patienceMs = 2_000;
/** What is shown has been painted, and nobody has gone on. */
const calmMs = 100;

export function Framed(props: FramedProps) {
  const { id, html, options, title, find } = props;
  const [frame, setFrame] = useState<MailFrame | null>(null);
  const [height, setHeight] = useState<number | null>(null);
  const [shows, setShows] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const failing = useRef<ReturnType<typeof setTimeout>>(undefined);

  const fail = useEffectEvent(() => props.onFailed());
  const say = useEffectEvent((message: ToFrame) => {
    frame?.element.contentWindow?.postMessage(message, `mail://${frame.host}`);
  });
  const expectAnswer = useEffectEvent(() => {
    clearTimeout(failing.current);
    failing.current = setTimeout(fail, patienceMs);
  });
  const show = useEffectEvent(() => {
    if (html.length > longestHtml) return fail();
    expectAnswer();
    return say({ kind: 'show', html, title, palette: framePalette(), ...options });
  });

  const hear = useEffectEvent((message: FromFrame) => {
    switch (message.kind) {
      case 'ready':
        return show();
      case 'shown':
        clearTimeout(failing.current);
        setShows(true);
        setTimeout(mailFrames.refill, calmMs);
        return props.onShown?.(message);
      case 'height':
        return setHeight(message.height);
      case 'link':
        return props.onLink(message);
      case 'hover':
        return props.onHover(message.href);
      case 'blocked':
        return props.onBlocked(message);
      case 'found':
        return props.onFound?.(message);
      case 'key':
        return pressAgain(message);
      case 'failed':
        clearTimeout(failing.current);
        return fail();
    }
  });

  const opened = useEffectEvent((made: MailFrame) => {
    setFrame(made);
    props.onView?.(made.host);
    expectAnswer();
  });
  useEffect(() => {
    let wanted = true;
    let made: MailFrame | null = null;
    if (!box.current) return;
    void mailFrames.open(id, box.current).then((answered) => {
      made = answered;
      if (wanted && made) opened(made);
      else if (wanted) fail();
      else if (made) mailFrames.close(made);
    });
    return () => {
      wanted = false;
      clearTimeout(failing.current);
      if (made) mailFrames.close(made);
    };
  }, [id]);

  useEffect(() => {
    if (!frame) return;
    const { host, element } = frame;
    const origin = `mail://${host}`;
    const onMessage = (event: MessageEvent) => {
      if (event.source !== element.contentWindow || event.origin !== origin) return;
      const message = parseFromFrame(event.data);
      if (message) hear(message);
    };
    addEventListener('message', onMessage);
    if (frame.isReady()) show();
    return () => removeEventListener('message', onMessage);
  }, [frame]);

  // The first time it is shown when the frame says that it listens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown is what has changed.
  useEffect(() => {
    if (shows) show();
  }, [html, options, title]);

  useEffect(() => {
    if (shows && find) say({ kind: 'find', ...find });
  }, [shows, find]);

  useLayoutEffect(() => {
    if (!frame) return;
    const { element } = frame;
    element.title = title;
    if (!shows) return;
    element.dataset['shown'] = 'true';
    element.style.inlineSize = '';
    element.style.height = `${height ?? 0}px`;
  }, [frame, title, height, shows]);

  return <div ref={box} className={styles['place']} />;
}

/** As if it had been pressed in the window: for shortcuts. Nothing is typed by it, as it is no key of the system's. */
function pressAgain({ kind: _kind, ...pressed }: Of<'key'>): void {
  document.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }));
}
