// What deb and rpm would be made of: electron-builder says it just before it calls the tool that makes them, which it would fetch.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { electronDist, results } from './packing.ts';

const root = path.resolve(import.meta.dirname, '..', '..');

export interface Plan {
  readonly args: readonly string[];
  readonly desktopEntry: string;
  readonly afterRemove: string;
}

export async function linuxPlans(): Promise<readonly Plan[]> {
  const plans: Plan[] = [];
  await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget(['deb', 'rpm'], Arch.x64),
    publish: 'never',
    config: {
      extends: 'electron-builder.yml',
      electronDist: electronDist(),
      directories: { output: path.join(results, 'linux') },
      // Otherwise where the repository lies, which it must know.
      extraMetadata: { homepage: 'https://porthole.invalid' },
    },
    effectiveOptionComputed: async ([args, desktopFile]: [string[], string]) => {
      const afterRemove = args[args.indexOf('--after-remove') + 1] ?? '';
      plans.push({
        args,
        desktopEntry: readFileSync(desktopFile, 'utf8'),
        afterRemove: readFileSync(afterRemove, 'utf8'),
      });
      return true;
    },
  });
  return plans;
}

/** What of a plan is not as it should be. */
export function faultsOf({ args, desktopEntry, afterRemove }: Plan): readonly string[] {
  const icons = args.filter((arg) => /=\/usr\/share\/icons\/hicolor\/\d+x\d+\/apps\/porthole\.png$/.test(arg));
  const entry = new Map(desktopEntry.split('\n').map((line) => line.split(/=(.*)/s) as [string, string]));
  const wanted = { Name: 'Porthole', Categories: 'Network;Email;', StartupWMClass: 'porthole', Icon: 'porthole' };
  return [
    ...(icons.length === 9 ? [] : [`${icons.length} icons`]),
    ...(args.some((arg) => arg.endsWith('/=/opt/Porthole')) ? [] : ['the folder']),
    ...(args.some((arg) => arg.endsWith('=/usr/share/applications/porthole.desktop')) ? [] : ['the desktop entry']),
    ...Object.entries(wanted).flatMap(([key, value]) => (entry.get(key) === value ? [] : [`${key}=${entry.get(key)}`])),
    // `mailto:` is left alone.
    ...(desktopEntry.includes('MimeType') ? ['MimeType'] : []),
    ...(afterRemove.includes("'/opt/Porthole/porthole'") && !afterRemove.includes('${') ? [] : ['after-remove']),
  ];
}
