// `WebFrameMain` of a window's main frame, the only frame that can send messages: sub-frames have no preload script.
import type * as Electron from 'electron';
import { standsFor } from '../strict.ts';

export function makeMainFrame(contents: { getURL: () => string; isDestroyed: () => boolean }): Electron.WebFrameMain {
  const frame: Electron.WebFrameMain = standsFor<Electron.WebFrameMain>('webFrameMain')({
    get url() {
      return contents.getURL();
    },
    get origin() {
      const { protocol, host } = new URL(contents.getURL());
      return `${protocol}//${host}`;
    },
    get top() {
      return frame;
    },
    parent: null,
    name: '',
    processId: 1,
    routingId: 1,
    detached: false,
    isDestroyed: () => contents.isDestroyed(),
  });
  return frame;
}
