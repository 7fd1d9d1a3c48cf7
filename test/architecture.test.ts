// The layers, enforced: who may import whom, who may import Electron; how a file begins, and how long it may be.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** part → the parts that it may import. `types:` in front: types only. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'electron/contract': [],
  'electron/search': [],
  'electron/files': [],
  'electron/mail': ['types:electron/contract'],
  'electron/pictures': ['types:electron/contract', 'electron/mail'],
  'electron/auth': ['electron/contract', 'electron/files'],
  'electron/gmail': ['electron/contract', 'electron/mail'],
  'electron/sample': ['types:electron/contract', 'types:electron/gmail'],
  'electron/store': ['electron/contract', 'electron/files', 'electron/search'],
  'electron/sync': ['electron/contract', 'electron/gmail', 'types:electron/store'],
  'electron/contents': [
    'electron/contract',
    'electron/files',
    'electron/mail',
    'electron/pictures',
    'types:electron/store',
    'types:electron/gmail',
  ],
  'electron/saving': [
    'electron/contract',
    'electron/files',
    'electron/mail',
    'types:electron/store',
    'types:electron/contents',
    'types:electron/mailbox',
    'types:electron', // the program that knows what is shown
  ],
  'electron/lock': ['electron/contract', 'electron/files'],
  'electron/network': ['electron/contract', 'electron/files', 'types:electron/pictures'],
  'electron/telling': ['electron/contract', 'electron/mail', 'types:electron/sync', 'types:electron/mailbox'],
  'electron/together': [
    'electron/contract',
    'types:electron/store',
    'types:electron/contents',
    'types:electron/mailbox',
  ],
  'electron/updates': ['electron/contract', 'electron/files', 'electron/gmail', 'types:electron'],
  'electron/mailbox': [
    'electron/contract',
    'electron/search',
    'electron/sync',
    'electron/contents',
    'types:electron/gmail',
    'types:electron/store',
  ],
  'electron/accounts': [
    'electron/contract',
    'electron/files',
    'electron/auth',
    'electron/gmail',
    'electron/sample',
    'electron/store',
    'electron/contents',
    'electron/together',
    'electron/mailbox',
    'types:electron/telling',
    'types:electron', // the settings, the rules and the log, which come in through options
  ],
  'electron/first-screen': [
    'electron/contract',
    'electron/files',
    'electron/store',
    'types:electron/accounts',
    'types:electron', // the program that answers what is drawn
  ],
  'electron/erasing': ['electron/contract', 'electron/auth', 'electron/files'],
  'electron/window': ['electron/contract', 'types:electron'], // the settings, in which it keeps its place
  'electron/desktop': [
    'electron/contract',
    'electron/files',
    'electron/mail',
    'electron/telling',
    'electron/together',
    'types:electron', // the program whose news it shows, and what is chosen of that
  ],
  'electron/views': ['electron/contract', 'electron/mail', 'types:electron/contents'],
  'electron/ipc': [
    'electron/contract',
    'types:electron/network',
    'types:electron/saving',
    'types:electron/views',
    'types:electron/accounts',
    'types:electron/updates',
    'types:electron', // what it serves is composed there
  ],
  electron: [
    'electron/contract',
    'electron/files',
    'electron/pictures',
    'electron/auth',
    'electron/gmail',
    'electron/contents',
    'electron/saving',
    'electron/lock',
    'electron/network',
    'electron/telling',
    'electron/updates',
    'electron/views',
    'electron/mailbox',
    'electron/accounts',
    'electron/first-screen',
    'electron/erasing',
    'electron/window',
    'electron/desktop',
    'electron/ipc',
  ],
  renderer: ['electron/contract', 'electron/search', 'electron/mail'],
};

/** The only files that run on Electron rather than on Node. */
const electronFiles = [
  'electron/main.ts',
  'electron/before-ready.ts',
  'electron/unsandboxed.ts',
  'electron/preload.ts',
  'electron/window/window.ts',
  'electron/window/lockdown.ts',
  'electron/protocol.ts',
  'electron/desktop/menu.ts',
  'electron/accounts/client-file-dialog.ts',
  'electron/saving/save-dialog.ts',
  'electron/window/print-window.ts',
  'electron/desktop/system-links.ts',
  'electron/desktop/notification.ts',
  'electron/desktop/badge.ts',
  'electron/desktop/tray.ts',
  'electron/desktop/at-login.ts',
  'electron/desktop/edges.ts',
  'electron/guards.ts',
  'electron/quit-after.ts',
];

interface Import {
  readonly from: string;
  readonly isType: boolean;
}

function importsOf(source: string): Import[] {
  const statements = source.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)';/gm);
  const dynamic = source.matchAll(/import\('([^']+)'\)/g);
  return [
    ...[...statements].map(([, type, from = '']) => ({ from, isType: type !== undefined })),
    ...[...dynamic].map(([, from = '']) => ({ from, isType: false })),
  ];
}

const partOf = (file: string): string => {
  const [top = '', second = ''] = file.split('/');
  return top === 'electron' && file.split('/').length > 2 ? `${top}/${second}` : top;
};

const filesLike = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .filter((file) => !file.endsWith('.config.ts'))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const sources = filesLike('{electron,renderer}/**/*.{ts,tsx}');
const styles = filesLike('renderer/**/*.css');

function crossings(files: readonly { readonly file: string; readonly text: string }[], rules = layers): string[] {
  return files.flatMap(({ file, text }) => {
    const part = partOf(file);
    const allowed = rules[part] ?? [];
    return importsOf(text)
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from, isType }) => ({ to: partOf(path.posix.join(path.posix.dirname(file), from)), isType, from }))
      .filter(({ to, isType }) => to !== part && !allowed.includes(to) && !(isType && allowed.includes(`types:${to}`)))
      .map(({ from }) => `${file} imports ${from}`);
  });
}

describe('layers', () => {
  test('finds the files that it checks, in every part', () => {
    const parts = new Set(sources.map(({ file }) => partOf(file)));
    expect([...parts].sort()).toEqual(Object.keys(layers).sort());
  });

  test('every import goes the way that mail flows', () => {
    expect(crossings(sources)).toEqual([]);
  });

  test('nothing is allowed that nobody needs', () => {
    const unneeded = Object.entries(layers).flatMap(([part, allowed]) =>
      allowed
        .filter((one) => {
          const only = Object.fromEntries(Object.entries(layers).map(([name, all]) => [name, [...all]]));
          only[part] = allowed.filter((other) => other !== one);
          return crossings(sources, only).length === 0;
        })
        .map((one) => `${part}: ${one}`),
    );
    expect(unneeded).toEqual([]);
  });

  test('would notice an import against the flow', () => {
    const wrong = [
      { file: 'electron/gmail/x.ts', text: "import { openStore } from '../store/store.ts';\n" },
      { file: 'electron/sync/x.ts', text: "export type { Vault } from '../auth/vault.ts';\n" },
      { file: 'renderer/x.tsx', text: "const x = await import('../electron/log.ts');\n" },
      { file: 'electron/sample/x.ts', text: "import { wireMessage } from '../gmail/wire.ts';\n" },
    ];
    expect(crossings(wrong)).toHaveLength(wrong.length);
  });

  test('Electron is imported as a value only where there is no other way', () => {
    const users = sources
      .filter(({ text }) => importsOf(text).some(({ from, isType }) => from === 'electron' && !isType))
      .map(({ file }) => file);
    expect(users.sort()).toEqual([...electronFiles].sort());
  });

  test('the network is reached from two places, which main.ts counts', () => {
    const shipped = sources.filter(({ file }) => file.startsWith('electron/'));
    const reaching = (what: RegExp) => shipped.filter(({ text }) => what.test(text)).map(({ file }) => file);
    // Of these modules else only types, a server on this computer, and what looks at addresses.
    expect(
      reaching(
        /^import \{.*\b(?:request|get|connect|createConnection|Agent)\b.*\} from 'node:(?:https?|http2|net|tls|dgram)'/m,
      ),
    ).toEqual(['electron/pictures/ask.ts']);
    expect(reaching(/^import (?:\*|(?!type\b)\w+[, ]).* from 'node:(?:https?|http2|net|tls|dgram)'/m)).toEqual([]);
    expect(reaching(/globalThis\.fetch\b(?!;|\s*\{|,$)/m)).toEqual(['electron/main.ts']);
    // The global one, called by its bare name, is one that nobody has handed over.
    const takesFetch = /[({,]\s*fetch\b(?=\s*[,:}])/;
    const callsFetch = /(?:\bawait|\breturn|\bvoid|=|=>|\()\s*fetch\(/;
    expect(reaching(callsFetch).length).toBeGreaterThan(2);
    expect(shipped.filter(({ text }) => callsFetch.test(text) && !takesFetch.test(text))).toEqual([]);
    expect(reaching(/\bfromInternet\b(?!:)/).sort()).toEqual(['electron/main.ts']);
    expect(reaching(/\bnew (?:WebSocket|EventSource)\b|\bnet\.fetch\b|\bXMLHttpRequest\b/)).toEqual([]);
  });

  test('the pure parts import no Node module', () => {
    const pure = sources.filter(
      ({ file }) => /^electron\/(contract|search|mail)\//.test(file) || file.startsWith('renderer/'),
    );
    const found = pure.filter(({ text }) => importsOf(text).some(({ from }) => from.startsWith('node:')));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test("what runs in a message's own frame is imported by nothing outside it", () => {
    const outside = sources.filter(({ file }) => !file.startsWith('electron/mail/shell/'));
    const found = outside.filter(({ text }) => importsOf(text).some(({ from }) => from.includes('/shell/')));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test('mail becomes HTML in one place, and two frames alone run scripts, on origins of their own', () => {
    const code = sources.map(({ file, text }) => ({ file, text: text.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '') }));
    const having = (pattern: RegExp) => code.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
    // One for mail, one for PDFs.
    const frames = ['renderer/attachments/pdf-view.tsx', 'renderer/reader/mail-frames.ts'];
    expect(having(/allow-scripts/).sort()).toEqual(frames);
    expect(having(/allow-same-origin/).sort()).toEqual(['electron/mail/shell/stage.ts', ...frames]);
    expect(having(/\bsrcdoc\s*=|setAttribute\('srcdoc'/)).toEqual(['electron/mail/shell/stage.ts']);
    expect(having(/\bparseFromString\b/)).toEqual(['electron/mail/shell/trusted.ts']);
    expect(
      having(/\b(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|setHTMLUnsafe|document\.write|createContextualFragment/),
    ).toEqual([]);
  });

  test('googleapis is never imported by its root', () => {
    const imports = sources.flatMap(({ text }) => importsOf(text)).filter(({ from }) => /^googleapis/.test(from));
    expect(imports.length).toBeGreaterThan(0);
    expect(imports.filter(({ from }) => !from.startsWith('googleapis/build/src/apis/'))).toEqual([]);
  });

  test('no file or folder is named for what it is not about', () => {
    const empty = /(^|[-_/])(utils?|helpers?|common|misc|lib|managers?|services?|data|info|base|impl)([-_./]|$)/;
    const named = globSync('{electron,renderer,test}/**/*', { cwd: root }).filter((file) => !file.includes('results'));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((file) => empty.test(file))).toEqual([]);
    expect(empty.test('electron/store/db-utils.ts')).toBe(true);
  });

  test('every file that ships says at its top what it is for, apart from what follows unless that is an import', () => {
    const begins = /^(?:\/\/.*\n)+(?:import |\n(?!import |\n))/;
    expect(sources.filter(({ text }) => !begins.test(text)).map(({ file }) => file)).toEqual([]);
    const wrong = ['const a = 1;\n', '// What.\nconst a = 1;\n', "// What.\n\nimport a from 'a';\n"];
    expect(wrong.filter((text) => begins.test(text))).toEqual([]);
  });

  test('no file that ships is longer than 300 lines, but for tables of text', () => {
    expect(styles.length).toBeGreaterThan(10);
    const long = [...sources, ...styles]
      .filter(({ file }) => !/^electron\/sample\/(texts|world|files)\//.test(file))
      .filter(({ text }) => text.split('\n').length > 301);
    expect(long.map(({ file }) => file)).toEqual([]);
  });
});
