// One instance per userData folder: a lock file, and files through which a second instance says hello.
import fs from 'node:fs';
import path from 'node:path';
import { type Lock, takeLock } from '../lock-file.ts';

type OnSecond = (argv: string[], cwd: string, additionalData: unknown) => void;
type Hello = { readonly argv: string[]; readonly cwd: string; readonly additionalData: unknown };

/** Answers the lock, or undefined after telling the instance that holds it. */
export function takeInstanceLock(folder: string, additionalData: unknown, onSecond: OnSecond): Lock | undefined {
  const greeting = /^stand-in\.hello\.\d+$/;
  const lock = takeLock(path.join(folder, 'stand-in.lock'));
  if (!lock) {
    const hello: Hello = { argv: process.argv, cwd: process.cwd(), additionalData };
    const file = path.join(folder, `stand-in.hello.${process.pid}`);
    fs.writeFileSync(`${file}.part`, JSON.stringify(hello));
    fs.renameSync(`${file}.part`, file);
    return undefined;
  }
  const watcher = fs
    .watch(folder, (_kind, name) => {
      if (!name || !greeting.test(name) || !fs.existsSync(path.join(folder, name))) return;
      const hello = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8')) as Hello;
      fs.rmSync(path.join(folder, name), { force: true });
      onSecond(hello.argv, hello.cwd, hello.additionalData);
    })
    .unref();
  const release = () => {
    watcher.close();
    lock.release();
  };
  process.on('exit', release);
  return { release };
}
