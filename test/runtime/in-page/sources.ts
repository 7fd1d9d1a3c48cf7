// The source text of what runs in a window before any script of its page. Sub-frames get no preload script:
// Electron's nodeIntegrationInSubFrames is off.
import { throwForMissing } from '../strict.ts';
import { makeBridgeEnd, receiveExposed } from './bridge.ts';
import { makeCodec } from './codec.ts';
import { mapCustomSchemes } from './custom-schemes.ts';
import { runPreload, type Surroundings } from './preload-world.ts';

/** For the page's own world, in the main frame. */
export function pageSource(secret: string): string {
  return `if (window === top) (${receiveExposed})((${makeCodec})(), ${makeBridgeEnd}, ${JSON.stringify(secret)});`;
}

/** For the isolated world, in the main frame. `preload` is the text of the preload script. */
export function preloadSource(given: Surroundings, preload: string): string {
  const script = `function (require, process, module, exports, global) {\n${preload}\n}`;
  return `if (window === top) (${runPreload})((${makeCodec})(), ${throwForMissing}, ${makeBridgeEnd}, ${JSON.stringify(given)}, ${script});`;
}

/** For the page's own world, in every frame. */
export function schemesSource(schemes: readonly string[]): string {
  return `(${mapCustomSchemes})(${JSON.stringify(schemes)});`;
}
