// The file by which a Linux desktop starts a program (Desktop Entry Specification). Pure.

interface DesktopEntryOptions {
  /** Its whole path. */
  readonly program: string;
  readonly name: string;
  /** Without dashes. */
  readonly flag: string;
}

/** As a shell would, and `%` twice, because it stands for files. */
const quoted = (text: string) => `"${text.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** What every text in the file goes through, and before it the quotes: a dollar in a path has two backslashes. */
const escaped = (text: string) => text.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? '');

export function desktopEntry({ program, name, flag }: DesktopEntryOptions): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${escaped(name)}`,
    // Once the program is gone, nothing tries to start it.
    `TryExec=${escaped(program)}`,
    `Exec=${escaped(quoted(program))} --${flag}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return `${lines.join('\n')}\n`;
}
