// What no window may do, whatever it shows: reach the network, leave its page, open another, be granted anything. A frame below
// it may be led to one page only, that of a message which is shown.
import { app, type Session, session, type WebContents } from 'electron';

export interface LockOptions {
  /** Whether it is the page of a message that is shown now. */
  readonly isShell: (url: string) => boolean;
}

/** Gmail and Google are asked by the main process with Node's fetch; Chromium needs no network at all. */
const ownAddresses = /^(?:app:\/\/bundle\/|mail:\/\/[0-9a-f]{32}\/|blob:app:\/\/bundle\/|data:|devtools:)/;

let lock: LockOptions = { isShell: () => false };

type Navigating = Pick<Electron.WebContentsWillFrameNavigateEventParams, 'url' | 'isMainFrame' | 'frame'>;

/** The shell in a child of the main frame; and in the shell's own child the document that it was given as text. */
function isAllowed({ url, isMainFrame, frame }: Navigating): boolean {
  const parent = frame?.parent;
  if (isMainFrame || !parent) return false;
  if (url === 'about:srcdoc') return lock.isShell(parent.url);
  return lock.isShell(url) && parent.parent === null;
}

function confine(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isAllowed(event)) event.preventDefault();
  });
  // Without a handler Electron opens the window.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function closeOff(shown: Session): void {
  shown.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !ownAddresses.test(url) }));
  // Both are needed: without them Electron grants everything.
  shown.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  shown.setPermissionCheckHandler(() => false);
  shown.setDevicePermissionHandler(() => false);
  shown.on('will-download', (event) => event.preventDefault());
}

/** While the entry module is evaluated, before `ready`. */
export function lockProcess(): void {
  app.enableSandbox();
  // Hints to look a name up pass both the policy of a page and the filter of requests.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  // Nor is WebRTC covered by either. Without UDP, names and a proxy that answers, it has no way out.
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('proxy-server', '127.0.0.1:1');
  app.commandLine.appendSwitch('proxy-bypass-list', '<-loopback>');
  app.on('web-contents-created', (_event, contents) => confine(contents));
}

/** After `ready`, before the first window. */
export function lockSession(options: LockOptions): void {
  lock = options;
  closeOff(session.defaultSession);
}
