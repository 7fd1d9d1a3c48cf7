// `session` and `protocol`: what the app asks for. network.ts and permissions.ts do it.
import type * as Electron from 'electron';
import { registerSchemes } from '../chromium/schemes.ts';
import { Emitter, eventsOf, standsFor } from '../strict.ts';
import { life } from './life.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];
type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type Setter<Name extends keyof Electron.Session> = Electron.Session[Name] extends (handler: infer Given) => void
  ? Given
  : never;

/** What the app has set. One listener per event: the last one set wins, as in Electron. */
export const chosen = {
  handlers: new Map<string, Handler>(),
  beforeRequest: null as { patterns: RegExp[]; listener: BeforeRequest } | null,
  permissionRequest: null as Setter<'setPermissionRequestHandler'>,
  permissionCheck: null as Setter<'setPermissionCheckHandler'>,
  devicePermission: null as Setter<'setDevicePermissionHandler'>,
  /** Grows whenever a permission handler is set. */
  permissionsVersion: 0,
};

const ownProtocol = standsFor<Electron.Protocol>('protocol')({
  registerSchemesAsPrivileged(list: Electron.CustomScheme[]) {
    if (life.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    registerSchemes(list.map(({ scheme, privileges }) => ({ scheme, standard: privileges?.standard ?? false })));
  },
  handle(scheme: string, handler: Handler) {
    if (chosen.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    chosen.handlers.set(scheme, handler);
  },
  unhandle(scheme: string) {
    chosen.handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string) => chosen.handlers.has(scheme),
});

/** In Electron, too, all but the registration goes to the default session, which there is none of before `ready`. */
export const protocol = standsFor<Electron.Protocol>('protocol')({
  registerSchemesAsPrivileged: ownProtocol.registerSchemesAsPrivileged,
  handle: (scheme: string, handler: Handler) => session.defaultSession.protocol.handle(scheme, handler),
  unhandle: (scheme: string) => session.defaultSession.protocol.unhandle(scheme),
  isProtocolHandled: (scheme: string) => session.defaultSession.protocol.isProtocolHandled(scheme),
});

const webRequest = standsFor<Electron.WebRequest>('session.webRequest')({
  onBeforeRequest(filter: Electron.WebRequestFilter | BeforeRequest | null, listener?: BeforeRequest | null) {
    const isFiltered = typeof filter === 'object' && filter !== null;
    const urls = isFiltered ? (filter.urls ?? []) : ['<all_urls>'];
    const chosenListener = isFiltered ? listener : filter;
    chosen.beforeRequest = chosenListener ? { patterns: urls.map(toPattern), listener: chosenListener } : null;
  },
});

class Session extends Emitter {
  readonly protocol = ownProtocol;
  readonly webRequest = webRequest;

  constructor() {
    super('session', eventsOf<Electron.Session>()('will-download'));
  }
  setPermissionRequestHandler(handler: typeof chosen.permissionRequest): void {
    chosen.permissionRequest = handler;
    chosen.permissionsVersion += 1;
  }
  setPermissionCheckHandler(handler: typeof chosen.permissionCheck): void {
    chosen.permissionCheck = handler;
    chosen.permissionsVersion += 1;
  }
  setDevicePermissionHandler(handler: typeof chosen.devicePermission): void {
    chosen.devicePermission = handler;
    chosen.permissionsVersion += 1;
  }
  // Nothing to do: Chromium checks no spelling here, and always has the witness for a proxy.
  setSpellCheckerEnabled(): void {}
  // Its profile lies elsewhere, is made for each run, and gone after it.
  async clearStorageData(): Promise<void> {}
  async clearCache(): Promise<void> {}
  async clearCodeCaches(): Promise<void> {}
  async clearHostResolverCache(): Promise<void> {}
  async clearAuthCache(): Promise<void> {}
  async setProxy(): Promise<void> {}
}

const defaultSession = standsFor<Electron.Session>('session')(new Session());

export const session = standsFor<typeof Electron.session>('session')({
  get defaultSession() {
    if (!life.isReady) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
  fromPartition(): never {
    throw new Error('The Electron stand-in has no session.fromPartition');
  },
});

/** A match pattern such as `https://*.example.com/*`, or `<all_urls>`. */
function toPattern(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`);
}
