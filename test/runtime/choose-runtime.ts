// What `npm start` runs on a given machine, and what it says about it. Pure: looks at nothing itself.
import type { ChromiumKind } from './chromium/find.ts';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly hasDisplay: boolean;
  readonly isRoot: boolean;
  /** Whether its binary is there by now. `unwanted`: somebody asked for the stand-in. */
  readonly electron: 'here' | 'missing' | 'unwanted';
  readonly chromium: ChromiumKind;
}

export type Choice =
  | { readonly run: 'electron'; readonly switches: readonly string[] }
  | { readonly run: 'stand-in'; readonly sentence: string }
  | { readonly run: 'nothing'; readonly sentence: string };

export function chooseRuntime({ platform, hasDisplay, isRoot, electron, chromium }: Machine): Choice {
  if (!hasDisplay) {
    return nothing('There is no display here to open a window on; `npm run tour` shows Porthole without one.');
  }
  // Chromium's sandbox refuses to run as root on Linux.
  if (electron === 'here') return { run: 'electron', switches: platform === 'linux' && isRoot ? ['--no-sandbox'] : [] };
  const noElectron =
    electron === 'unwanted'
      ? 'Electron is not wanted (STAND_IN=1)'
      : "Electron's binary is not here and could not be downloaded";
  if (platform === 'win32') return nothing(`${noElectron}, and there is no stand-in for it on Windows.`);
  if (chromium === 'windowed') {
    return { run: 'stand-in', sentence: `${noElectron}: Porthole runs on its stand-in, in a window of Chromium.` };
  }
  const rest = chromium === 'none' ? 'there is no Chromium here' : 'the only Chromium here cannot show a window';
  return nothing(`${noElectron}, and ${rest}: install Chromium or Chrome; \`npm run tour\` works without.`);
}

function nothing(sentence: string): Choice {
  return { run: 'nothing', sentence };
}
