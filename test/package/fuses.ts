// The fuses of the released program and of the one for tests, by electron.org's names: see SECURITY.md.
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

const released = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

export type Flavour = 'released' | 'end-to-end';

/** The names of those that do not stand as they should. */
export async function wrongFuses(program: string, flavour: Flavour): Promise<readonly string[]> {
  const wanted = { ...released, [FuseV1Options.EnableNodeCliInspectArguments]: flavour === 'end-to-end' };
  const wire = await getCurrentFuseWire(program);
  return Object.entries(wanted)
    .filter(([at, on]) => wire[Number(at) as FuseV1Options] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([at]) => FuseV1Options[Number(at)] ?? at);
}
