// What a desktop reads back, by the rules that it reads by: first those of every text in such a file, then those of quotes.
import { expect, test } from 'vitest';
import { desktopEntry } from '../../../electron/desktop/desktop-entry.ts';

function programIn(entry: string): string {
  const [, written = ''] = /^Exec=(.*) --hidden$/m.exec(entry) ?? [];
  const text = written.replace(/\\(.)/g, (_, escaped: string) => {
    const meant = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }[escaped];
    if (meant === undefined) throw new Error('not an escape of such files');
    return meant;
  });
  return text
    .slice(1, -1)
    .replace(/\\(["`$\\])/g, '$1')
    .replaceAll('%%', '%');
}

test.each(['/opt/Porthole/porthole', '/home/a b/100% "mine" $HOME `x` \\ y', '/tmp/a\nExec=evil', '/tmp/a\rb\tc'])(
  'a program starts from wherever it lies: %j',
  (program) => {
    const entry = desktopEntry({ program, name: 'Porthole', flag: 'hidden' });
    expect(programIn(entry)).toBe(program);
    expect(entry.match(/^Exec=/gm)).toHaveLength(1);
  },
);
