// What no window may do, whatever it shows: reach the network, leave its page, open another, be granted anything.
import { app, type Session, session, type WebContents } from 'electron';

/** Gmail and Google are asked by the main process with Node's fetch; Chromium needs no network at all. */
const ownSchemes = /^(app|data|blob|devtools):/;

function confine(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  // Without a handler Electron opens the window.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function closeOff(shown: Session): void {
  shown.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !ownSchemes.test(url) }));
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
export function lockSession(): void {
  closeOff(session.defaultSession);
}
