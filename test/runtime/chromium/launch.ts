// Starts and ends the one Chromium. It may reach nothing but the witness on 127.0.0.1, and it never outlives us: we kill its
// process group on every orderly exit, and when we are killed ourselves its debugging pipe closes, which ends it.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { Cdp } from './cdp.ts';
import { type Chromium, findChromium } from './find.ts';
import { makeProfile, removeProfile } from './profile.ts';
import { chromiumItself, startWitness } from './witness.ts';

export type Switches = ReadonlyMap<string, string>;

export interface Prepared {
  readonly chromium: Chromium;
  readonly witnessPort: number;
}

/** What needs none of the app's switches, so that it can be done while the app's entry module runs. */
export async function prepareChromium(note: (host: string) => void): Promise<Prepared> {
  const [chromium, witnessPort] = await Promise.all([findChromium(), startWitness(note)]);
  return { chromium, witnessPort };
}

export async function launchChromium({ chromium, witnessPort }: Prepared, switches: Switches): Promise<Cdp> {
  const profile = makeProfile();
  process.on('exit', () => removeProfile(profile));
  const browser = spawn(chromium.executable, argumentsFor(chromium, switches, profile, witnessPort), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...chromium.env },
    detached: true,
  });
  const log = relayLog(browser);
  endTogether(browser, log);
  const cdp = new Cdp(browser.stdio[3] as Writable, browser.stdio[4] as Readable);
  const { product } = await cdp.browser.send('Browser.getVersion');
  Object.defineProperty(process.versions, 'chrome', { value: product.replace(/^.*\//, ''), enumerable: true });
  if (switches.has('remote-debugging-port')) await log.listening;
  return cdp;
}

interface Log {
  readonly tail: () => string;
  readonly listening: Promise<void>;
}

/** Playwright waits for one line on our stderr; everything else Chromium says is noise unless asked for. */
function relayLog(browser: ChildProcess): Log {
  const isVerbose = Boolean(process.env['STAND_IN_VERBOSE']);
  const { promise: listening, resolve } = Promise.withResolvers<void>();
  let text = '';
  (browser.stderr as Readable).setEncoding('utf8').on('data', (chunk: string) => {
    if (isVerbose) process.stderr.write(chunk);
    text = (text + chunk).slice(-10_000);
    const line = /^DevTools listening on ws:\/\/\S+$/m.exec(text)?.[0];
    if (!line) return;
    text = '';
    if (!isVerbose) process.stderr.write(`\n${line}\n`);
    resolve();
  });
  return { tail: () => text.slice(-2000), listening };
}

function endTogether(browser: ChildProcess, log: Log): void {
  let isStopped = false;
  process.prependListener('exit', () => {
    isStopped = true;
    try {
      if (browser.pid) process.kill(-browser.pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  });
  browser.on('error', (error) => {
    throw error;
  });
  browser.on('exit', (code, signal) => {
    if (isStopped) return;
    process.stderr.write(`electron stand-in: Chromium ended by itself (${signal ?? code})\n${log.tail()}\n`);
    process.exit(1);
  });
}

function argumentsFor(chromium: Chromium, switches: Switches, profile: string, witnessPort: number): string[] {
  // For a development server, e.g. localhost:5173.
  const allowed = (process.env['STAND_IN_ALLOW_HOSTS'] ?? '').split(',').filter(Boolean);
  const { platform, env } = process;
  const hasDisplay = platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
  const isHeadless = env['STAND_IN_HEADLESS'] === '1' || !hasDisplay;
  const isRoot = process.getuid?.() === 0;
  const listeningPort = switches.get('remote-debugging-port');
  const features = ['NetworkTimeServiceQuerying', 'OptimizationHints', 'MediaRouter', switches.get('disable-features')];
  const hostRules = ['MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', ...allowed.map((host) => `EXCLUDE ${host.split(':')[0]}`)];
  return [
    ...(isHeadless ? ['--headless=new'] : []),
    ...chromium.switches,
    ...fromApp(switches),
    ...(isRoot ? ['--no-sandbox'] : []),
    '--remote-debugging-pipe', // ours
    ...(listeningPort === undefined ? [] : [`--remote-debugging-port=${listeningPort}`]), // Playwright's
    ...['--no-startup-window', '--keep-alive-for-test'], // only the app's windows, and life after the last one
    `--user-data-dir=${profile}`,
    '--site-per-process', // Electron always has strict site isolation
    ...['--no-first-run', '--no-default-browser-check', '--disable-gpu', '--disable-popup-blocking'],
    // In Electron a denied window never exists. Here, too, where Chromium knows the switch (headless does); closed at
    // once it would leave the page that opened it hanging now and then.
    '--block-new-web-contents',
    ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-default-apps'],
    ...['--disable-domain-reliability', '--disable-extensions', '--password-store=basic', '--use-mock-keychain'],
    `--disable-features=${features.filter(Boolean).join(',')}`,
    ...[`--gaia-url=https://${chromiumItself}`, `--component-updater=url-source=https://${chromiumItself}`],
    `--proxy-server=127.0.0.1:${witnessPort}`,
    `--proxy-bypass-list=${['<-loopback>', ...allowed].join(';')}`,
    `--host-resolver-rules=${hostRules.join(', ')}`,
  ];
}

/** The switches of the command line and of app.commandLine, without those that are for Node or that are set above. */
function fromApp(switches: Switches): string[] {
  const ours =
    /^(inspect.*|remote-debugging-.*|user-data-dir|proxy-.*|host-resolver-rules|headless|no-startup-window|disable-features)$/;
  return [...switches]
    .filter(([name]) => !ours.test(name))
    .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
}
