// What somebody may send to whoever mends Porthole: versions, settings and the log, as one text that can be read before. Of
// what the person has chosen only what names nobody and nothing of the mail is in it. It is sent by nobody.
import os from 'node:os';
import path from 'node:path';
import { FailureError } from './contract/failure.ts';
import type { SessionState } from './contract/model.ts';
import type { Lock } from './lock/lock.ts';
import type { LogFile } from './log.ts';
import type { Porthole } from './porthole.ts';
import { writeFileWhole } from './saving/write-file.ts';
import type { SettingsFile, StoredSettings } from './settings.ts';

export interface ReportOptions {
  /** Porthole's own. */
  readonly version: string;
  readonly settings: Pick<SettingsFile, 'read'>;
  readonly porthole: Pick<Porthole, 'state'>;
  readonly lock: Pick<Lock, 'isOn'>;
  readonly log: Pick<LogFile, 'read'>;
  readonly chooseFile: (name: string) => Promise<string | undefined>;
}

export interface Report {
  readonly make: () => string;
  /** The one that was made last, letter by letter: what was read is what is saved. Null where the person chose no place.
   *  @throws FailureError `not-saved` */
  readonly save: () => Promise<{ readonly filename: string } | null>;
}

/** The newest of it: older trouble is hardly what is reported. */
const mostLogLetters = 200_000;

type Lines = Readonly<Record<string, string | number | boolean | null>>;

const section = (name: string, lines: Lines) =>
  [`# ${name}`, ...Object.entries(lines).map(([key, value]) => `${key}: ${value}`), ''].join('\n');

/** Each by name, so that a new setting is left out until somebody has thought about it. */
function settingsLines(settings: StoredSettings): Lines {
  const { language, theme, highContrast, density, typeSize, zoom, grouping, facets, strict, cacheLimit } = settings;
  const { keys, panes, allAccounts, telling, updates } = settings;
  return {
    ...{ language, theme, highContrast, density, typeSize, zoom, grouping, facets, strict, cacheLimit, allAccounts },
    folded: panes.folded.join(' '),
    changedKeys: Object.keys(keys).length,
    toldLabels: Object.values(telling.labels).reduce((sum, labels) => sum + labels.length, 0),
    content: telling.content,
    badge: telling.badge,
    tray: telling.tray,
    updates,
    background: telling.background,
    atLogin: telling.atLogin,
  };
}

function accountLines({ accounts }: SessionState): string {
  return accounts
    .map(({ account, open, connection, sync }, place) =>
      section(`Account ${place + 1}`, {
        kind: account.kind,
        open,
        connection: connection.state,
        why:
          connection.state === 'signed-out'
            ? connection.reason
            : connection.state === 'refused'
              ? connection.failure.kind
              : null,
        running: sync.running,
        paused: sync.paused,
        diskFull: sync.diskFull,
        onDisk: sync.onDisk,
        inMailbox: sync.inMailbox,
      }),
    )
    .join('\n');
}

export function createReport(options: ReportOptions): Report {
  const { version, settings, porthole, lock, log, chooseFile } = options;
  let made: string | undefined;

  const make = (): string => {
    const state = porthole.state();
    const { policy } = state;
    const { electron = null, chrome = null, node } = process.versions;
    const kept = log.read();
    const cut = kept.indexOf('\n', Math.max(0, kept.length - mostLogLetters));
    made = [
      section('Porthole', {
        version,
        electron,
        chrome,
        node,
        system: `${os.platform()} ${os.release()} ${os.arch()}`,
        memory: Math.round(os.totalmem() / 2 ** 30),
        at: new Date().toISOString(),
      }),
      section('Settings', { ...settingsLines(settings.read()), lock: lock.isOn() }),
      section('Rules of an organisation', {
        client: policy.client,
        domains: policy.allowedDomains?.length ?? null,
        remotePictures: policy.remotePictures,
        cacheLimit: policy.cacheLimit,
        updates: policy.updates,
        unreadable: policy.unreadable,
      }),
      accountLines(state),
      '# Log',
      kept.length > mostLogLetters ? kept.slice(cut + 1) : kept,
    ].join('\n');
    return made;
  };

  return {
    make,
    save: async () => {
      // Nobody has read it.
      if (made === undefined) throw new FailureError({ kind: 'gone' });
      const file = await chooseFile('porthole-report.txt');
      if (file === undefined) return null;
      await writeFileWhole(file, [Buffer.from(made)]);
      return { filename: path.basename(file) };
    },
  };
}
