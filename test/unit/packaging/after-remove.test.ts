// What is left of a token when the package is removed, with a system of our own around the script.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Answers which of the person's files are left. */
function removed(how: string): readonly string[] {
  const folder = temporaryFolder();
  const home = path.join(folder, "Anna's home");
  const account = path.join(home, '.config/Porthole/accounts/1234');
  mkdirSync(account, { recursive: true });
  const names = ['grant.bin', 'grant.bin.new', 'grant.unreadable-1.bin', 'mail.sqlite'];
  for (const name of names) writeFileSync(path.join(account, name), 'x');
  const commands = path.join(folder, 'bin');
  mkdirSync(commands);
  const command = (name: string, script: string) => {
    writeFileSync(path.join(commands, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(commands, name), 0o755);
  };
  command('getent', `echo "root:x:0:0::/root:/bin/sh"; echo "anna:x:1000:1000:Anna,,,:${home}:/bin/sh"`);
  // runuser -u <name> -- <command>: as the same person here.
  command('runuser', 'shift 3; exec "$@"');
  for (const name of ['update-alternatives', 'apparmor_status', 'apparmor_parser']) command(name, 'exit 1');
  const script = readFileSync(path.join(root, 'packaging/linux/after-remove.sh'), 'utf8')
    // As electron-builder fills them in.
    .replace(/\$\{(\w+)\}/g, (_, name: string) => `${name}-of-this-test`);
  execFileSync('/bin/sh', ['-c', script, 'after-remove', how], {
    env: { PATH: `${commands}:/usr/bin:/bin` },
  });
  return names.filter((name) => existsSync(path.join(account, name)));
}

describe.runIf(process.platform === 'linux')('removing the package', () => {
  test.each(['purge', '0'])('%s leaves no token, and nothing else of a person is touched', (how) => {
    expect(removed(how)).toEqual(['mail.sqlite']);
  });

  test.each(['remove', 'upgrade', 'failed-upgrade', '1'])('%s takes nothing of a person', (how) => {
    expect(removed(how)).toHaveLength(4);
  });
});
