// notmuch and mu, where they are installed: told to index a Maildir, and asked as a person asks them, by a command.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { messageIdOf } from './mailbox/headers.ts';
import { benchMailbox, generatorVersion, ownAddress } from './mailbox/mailbox.ts';
import { isSearched, keywordsOf, type Maildir } from './maildir.ts';
import { benchFolder, sizeName } from './places.ts';

export interface Indexer {
  readonly name: 'notmuch' | 'mu';
  readonly version: string;
  readonly index: (maildir: Maildir) => void;
  /** Gmail's ids of the newest that it finds. */
  readonly find: (text: string, limit: number) => string[];
  /** Starts, and looks for nothing. */
  readonly start: () => void;
}

function run(command: string, args: readonly string[], environment: Record<string, string> = {}, input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1_000_000_000,
    env: { ...process.env, ...environment },
  });
  // mu says 4 where nothing is found (mu-find(1)).
  if (error || (status !== 0 && !(command === 'mu' && status === 4)))
    throw new Error(`${command} ${args[0]} failed: ${stderr.split('\n')[0]}`, { cause: error });
  return stdout;
}

function versionOf(command: string): string | undefined {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return status === 0 ? /\d+(\.\d+)+/.exec(stdout)?.[0] : undefined;
}

/** Indexes once for each Maildir. */
function once(folder: string, work: () => void): void {
  const stamp = path.join(folder, '.made');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === String(generatorVersion)) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  work();
  writeFileSync(stamp, String(generatorVersion));
}

/** Our Message-IDs begin with Gmail's id. */
const idsIn = (lines: string) =>
  lines.split('\n').flatMap((line) => /^(?:id:)?<?([\da-f]{16})\./.exec(line)?.[1] ?? []);

function tagging(count: number): string {
  const lines: string[] = [];
  for (const message of benchMailbox(count).newestFirst()) {
    const tags = keywordsOf(message).filter((keyword) => keyword !== 'unread');
    if (!isSearched(message) || tags.length === 0) continue;
    lines.push(`${tags.map((tag) => `+${tag}`).join(' ')} -- id:${messageIdOf(message.id).slice(1, -1)}`);
  }
  return `${lines.join('\n')}\n`;
}

function notmuch(version: string, size: string): Indexer {
  const folder = path.join(benchFolder, 'notmuch', size);
  const environment = { NOTMUCH_CONFIG: path.join(folder, 'config') };
  return {
    name: 'notmuch',
    version,
    index: (maildir) =>
      once(folder, () => {
        const config = [
          `[database]\npath=${path.join(folder, 'database')}\nmail_root=${maildir.folder}`,
          `[user]\nprimary_email=${ownAddress}`,
          '[new]\ntags=\nignore=.made',
          '[search]\nexclude_tags=',
          '[maildir]\nsynchronize_flags=true\n',
        ];
        mkdirSync(path.join(folder, 'database'));
        writeFileSync(environment.NOTMUCH_CONFIG, config.join('\n'));
        run('notmuch', ['new', '--quiet'], environment);
        run('notmuch', ['tag', '--batch'], environment, tagging(maildir.count));
        run('notmuch', ['compact', '--quiet'], environment);
      }),
    find: (text, limit) =>
      idsIn(
        run('notmuch', ['search', '--output=messages', '--sort=newest-first', `--limit=${limit}`, text], environment),
      ),
    start: () => void run('notmuch', ['--version'], environment),
  };
}

function mu(version: string, size: string): Indexer {
  const folder = path.join(benchFolder, 'mu', size);
  const home = `--muhome=${path.join(folder, 'home')}`;
  return {
    name: 'mu',
    version,
    index: (maildir) =>
      once(folder, () => {
        run('mu', ['init', home, `--maildir=${maildir.folder}`, `--my-address=${ownAddress}`]);
        run('mu', ['index', home, '--quiet']);
      }),
    find: (text, limit) =>
      idsIn(run('mu', ['find', home, '--fields=i', '--sortfield=date', '--reverse', `--maxnum=${limit}`, text])),
    start: () => void run('mu', ['--version']),
  };
}

/** Those that are installed here, for a mailbox of that size. */
export function installedIndexers(count: number): Indexer[] {
  const size = sizeName(count);
  const [notmuchVersion, muVersion] = [versionOf('notmuch'), versionOf('mu')];
  return [...(notmuchVersion ? [notmuch(notmuchVersion, size)] : []), ...(muVersion ? [mu(muVersion, size)] : [])];
}
