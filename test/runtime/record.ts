// What the fakes were asked to do, as `globalThis.standIn`: for specs that are about the stand-in only. A spec that is meant
// for real Electron too must not read it.

export interface Asked {
  readonly kind: string;
  readonly options: unknown;
}

export interface Answers {
  /** What setPermissionRequestHandler's function answers; undefined while none is set, and Electron grants. */
  readonly request: boolean | undefined;
  readonly check: boolean | undefined;
}

export interface Download {
  readonly url: string;
  state: 'inProgress' | 'completed' | 'canceled';
}

export interface StandIn {
  /** Hosts ("host:port") that Chromium tried to reach past every interception. */
  readonly networkAttempts: string[];
  readonly openedExternally: string[];
  readonly dialogs: Asked[];
  readonly notifications: unknown[];
  readonly relaunches: unknown[];
  /** What pages began to download. Chromium is told to cancel all of it. */
  readonly downloads: Download[];
  /** Asks the app's permission handlers as Electron would, for the page of the first window. */
  askPermission: (permission: string) => Promise<Answers>;
}

declare global {
  var standIn: StandIn;
}

export const record: StandIn = {
  networkAttempts: [],
  openedExternally: [],
  dialogs: [],
  notifications: [],
  relaunches: [],
  downloads: [],
  askPermission: () => Promise.reject(new Error('no session yet')),
};

globalThis.standIn = record;
