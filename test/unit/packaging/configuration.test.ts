// What is promised of installers that can't be made here: read in what they are made from. A change of it is a decision.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Target {
  readonly target: string;
  readonly arch?: readonly string[];
}

interface System extends Readonly<Record<string, unknown>> {
  readonly target: readonly (string | Target)[];
}

interface Configuration extends Readonly<Record<string, unknown>> {
  readonly electronLanguages: readonly string[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly mac: System;
  readonly win: System;
  readonly linux: System;
  readonly nsis: Readonly<Record<string, unknown>>;
}

const root = path.resolve(import.meta.dirname, '../../..');
const text = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
const configuration = parse(text) as Configuration;

const targetsOf = ({ target }: System) =>
  target.map((one) => (typeof one === 'string' ? one : `${one.target} ${one.arch?.join(' ')}`));

/** Anywhere in it. */
const keysIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)])
    : [];

const claims = ['protocols', 'mimeTypes', 'fileAssociations'];
const claimed = (from: unknown) => keysIn(from).filter((key) => claims.includes(key));

describe('electron-builder.yml', () => {
  test.each([
    ['mac', ['dmg arm64 x64', 'zip arm64 x64']],
    ['win', ['nsis', 'portable']],
    ['linux', ['AppImage', 'deb', 'rpm']],
  ] as const)('makes for %s: %j', (system, wanted) => {
    expect(targetsOf(configuration[system])).toEqual(wanted);
  });

  test('takes no link of another program: `mailto:` belongs to one that can send', () => {
    expect(claimed(configuration)).toEqual([]);
    expect(claimed({ win: { protocols: [{ schemes: ['mailto'] }] } })).toEqual(['protocols']);
    // A desktop file of its own words could name it, too.
    expect(text).not.toMatch(/x-scheme-handler|MimeType/);
  });

  test('takes token and mail along on Windows, and asks for no administrator', () => {
    expect(configuration.nsis).toMatchObject({ deleteAppDataOnUninstall: true, perMachine: false });
  });

  test('is sorted among programs for work and mail, on a Mac under its hardened runtime', () => {
    expect(configuration.mac).toMatchObject({ category: 'public.app-category.productivity', hardenedRuntime: true });
    expect(configuration.linux['category']).toBe('Network;Email');
  });

  test('turns off every fuse that lets another program in, and on every one that keeps it out', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    });
  });

  test('starts no AppImage without Chromium’s sandbox of its own accord', () => {
    expect(configuration['appImage']).toEqual({ executableArgs: [] });
  });

  test('has one id, and one class for notifications, wherever a system is told of them', () => {
    const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
    const [start, erasing, installer] = [
      'electron/before-ready.ts',
      'electron/erasing/system-traces.ts',
      'packaging/windows/installer.nsh',
    ].map(read);
    for (const file of [start, erasing, installer])
      expect(file).toMatch(new RegExp(`["']${configuration['appId']}["']`));
    const classOf = (file?: string) => /\{[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}\}/.exec(file ?? '')?.[0];
    expect(classOf(installer)).toBe(classOf(start));
    expect(classOf(start)).toBeDefined();
  });

  test('has Chromium’s own texts for every language of the window', () => {
    const spoken = globSync('renderer/locales/*.json', { cwd: root }).map((file) => path.basename(file, '.json'));
    expect(configuration.electronLanguages.map((tag) => (tag === 'en-US' ? 'en' : tag)).sort()).toEqual(spoken.sort());
  });
});
