// The bridge between the page and the main process: two channels of our own and nothing else of Electron.
import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, eventChannel, requestChannel } from './contract/bridge.ts';
import type { PortholeEvent } from './contract/events.ts';

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(requestChannel, name, input),
  listen: (listener) => {
    // The event object has the sender in it, which is no business of the page.
    const hear = (_event: unknown, event: PortholeEvent) => listener(event);
    ipcRenderer.on(eventChannel, hear);
    return () => ipcRenderer.removeListener(eventChannel, hear);
  },
};

contextBridge.exposeInMainWorld('porthole', bridge);
