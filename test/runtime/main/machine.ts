// The machine around the app: one display, a network, a power supply. A test emits what should happen to it, for instance
// `app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))`.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import type * as Electron from 'electron';
import { Emitter, eventsOf, standsFor } from '../strict.ts';

// Node's fetch, not Chromium's: no Chromium cookies, cache or proxy. Plus file:, which apps serve their own files with.
export const net = standsFor<Electron.Net>('net')({
  online: true,
  isOnline(): boolean {
    return this.online;
  },
  async fetch(input: string | Request, init?: RequestInit) {
    const url = typeof input === 'string' ? input : input.url;
    if (!url.startsWith('file:')) return fetch(input, init);
    return new Response(await fs.promises.readFile(fileURLToPath(url)));
  },
});

const powerEvents = eventsOf<Electron.PowerMonitor>()(
  'suspend',
  'resume',
  'on-ac',
  'on-battery',
  'lock-screen',
  'unlock-screen',
);
export const powerMonitor = standsFor<Electron.PowerMonitor>('powerMonitor')(
  new (class extends Emitter {
    isOnBatteryPower(): boolean {
      return false;
    }
    getSystemIdleTime(): number {
      return 0;
    }
  })('powerMonitor', powerEvents),
);

const area = { x: 0, y: 0, width: 1920, height: 1080 };
const workArea = { ...area, height: 1040 };
const display = standsFor<Electron.Display>('display')({
  id: 1,
  label: 'stand-in',
  bounds: area,
  size: { width: area.width, height: area.height },
  workArea,
  workAreaSize: { width: workArea.width, height: workArea.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
});

const screenEvents = eventsOf<Electron.Screen>()('display-added', 'display-removed', 'display-metrics-changed');
export const screen = standsFor<Electron.Screen>('screen')(
  new (class extends Emitter {
    getPrimaryDisplay(): Electron.Display {
      return display;
    }
    getAllDisplays(): Electron.Display[] {
      return [display];
    }
    getDisplayMatching(): Electron.Display {
      return display;
    }
    getDisplayNearestPoint(): Electron.Display {
      return display;
    }
    getCursorScreenPoint(): Electron.Point {
      return { x: 0, y: 0 };
    }
  })('screen', screenEvents),
);
