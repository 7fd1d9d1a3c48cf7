// Electron's security checklist, seen from inside the window.
import { spawnSync } from 'node:child_process';
import type { Bridge } from '../../electron/contract/bridge.ts';
import { executablePath, isStandIn } from '../runtime/executable.ts';
import { expect, projectFolder, test } from './porthole.ts';

test.use({ mayComplain: true });

test('the page has the bridge and nothing else of Electron or Node', async ({ start }) => {
  const { page } = await start();
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(Reflect.get(window, 'porthole') as object).sort(),
    leaked: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter((name) => name in window),
  }));
  expect(seen).toEqual({ bridge: ['listen', 'request'], leaked: [] });
});

test('the page reaches no host, by any way that a page has', async ({ start, google }) => {
  const { app, page } = await start();
  // A listener of our own that would count the contact: the fake Google's log.
  const before = google.requests.length;
  const outcome = await page.evaluate(async (url) => {
    const tries = {
      fetch: () => fetch(`${url}/a`, { mode: 'no-cors' }).then(() => 'reached'),
      image: () =>
        new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve('reached');
          image.onerror = () => resolve('failed');
          image.src = `${url}/b.png`;
        }),
      beacon: async () => (navigator.sendBeacon(`${url}/c`) ? 'queued' : 'refused'),
      socket: () =>
        new Promise((resolve) => {
          try {
            const socket = new WebSocket(url.replace('http', 'ws'));
            socket.onopen = () => resolve('reached');
            socket.onerror = () => resolve('failed');
          } catch {
            resolve('refused');
          }
        }),
      script: () =>
        new Promise((resolve) => {
          try {
            const script = document.createElement('script');
            script.onload = () => resolve('reached');
            script.onerror = () => resolve('failed');
            Reflect.set(script, 'src', `${url}/d.js`);
            document.head.append(script);
          } catch {
            resolve('refused');
          }
        }),
    };
    const results: Record<string, unknown> = {};
    for (const [name, attempt] of Object.entries(tries)) results[name] = await attempt().catch(() => 'failed');
    return results;
  }, google.url);
  expect(Object.values(outcome)).not.toContain('reached');
  expect(google.requests.length).toBe(before);
  // The control: the listener does listen, and the main process reaches it.
  await app.evaluate((_electron, url) => fetch(`${url}/client.json`).then(({ status }) => status), google.url);
  expect(google.requests.length).toBe(before + 1);
});

test('WebRTC sends nothing either', async ({ start }) => {
  const { page } = await start();
  const { createSocket } = await import('node:dgram');
  const listener = createSocket('udp4');
  let packets = 0;
  listener.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((resolve) => listener.bind(0, '127.0.0.1', resolve));
  const { port } = listener.address();
  await page.evaluate(async (stunPort) => {
    const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stunPort}` }] });
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
    await new Promise<void>((resolve) => {
      connection.onicegatheringstatechange = () => connection.iceGatheringState === 'complete' && resolve();
      setTimeout(resolve, 3_000);
    });
    connection.close();
  }, port);
  expect(packets).toBe(0);
  // The control: the listener counts.
  const sender = createSocket('udp4');
  sender.send('x', port, '127.0.0.1');
  await expect.poll(() => packets).toBe(1);
  sender.close();
  listener.close();
});

test('a request that the page’s own policy would let through is still cancelled', async ({ start, google }) => {
  const { app } = await start();
  const before = google.requests.length;
  // Another window of the same session, without our policy: only the filter stands between it and the network.
  const failed = await app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false });
    const outcome = await window.loadURL(`${url}/client.json`).then(
      () => 'loaded',
      () => 'failed',
    );
    window.destroy();
    return outcome;
  }, google.url);
  expect(failed).toBe('failed');
  expect(google.requests.length).toBe(before);
  // The control: the address is there to be loaded.
  await fetch(`${google.url}/client.json`);
  expect(google.requests.length).toBe(before + 1);
});

test('the page can not be led away, and opens no window', async ({ start, google }) => {
  const { app, page, opened } = await start();
  const address = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()));
  const before = await address();
  expect(before).toEqual(['app://bundle/index.html']);
  const tried = await page.evaluate(async (url) => {
    const leave = [
      () => window.open(`${url}/client.json`),
      () => {
        const link = document.createElement('a');
        link.href = `${url}/client.json`;
        document.body.append(link);
        link.click();
      },
      () => location.assign(`${url}/client.json`),
    ];
    Reflect.set(window, 'stillHere', true);
    let tried = 0;
    for (const way of leave) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      way();
      tried += 1;
    }
    return tried;
  }, google.url);
  // The control: each way was gone, and nothing stopped the page on it.
  expect(tried).toBe(3);
  await page.waitForTimeout(1_000);
  expect(await address()).toEqual(before);
  expect(await page.evaluate(() => Reflect.get(window, 'stillHere'))).toBe(true);
  await expect(page.getByRole('button', { name: 'Open the sample mailbox' })).toBeVisible();
  expect(await opened()).toEqual([]);
});

test('no script that the page did not come with runs', async ({ start }) => {
  const { page } = await start();
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    try {
      script.text = 'window.inline = true';
    } catch {
      // Trusted Types refuse the text itself.
    }
    document.head.append(script);
    // Later, on the page's own account: what a debugger evaluates is let off the policy.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          resolve(Reflect.apply(Reflect.get(window, 'eval'), null, ['window.evaluated = true']));
        } catch {
          resolve('refused');
        }
      });
    });
    const html = await Promise.resolve()
      .then(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
        return 'allowed';
      })
      .catch(() => 'refused');
    return { inline: 'inline' in window, evaluated: 'evaluated' in window, was: evaluated, html };
  });
  expect(ran).toEqual({ inline: false, evaluated: false, was: 'refused', html: 'refused' });
});

test('every permission is refused', async ({ start }) => {
  const { app, page } = await start();
  const states = () =>
    page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read'];
      const all = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
      return (await Promise.all(all)).map(({ state }) => state);
    });
  expect(await states()).not.toContain('granted');
  // The control: nobody else refuses them.
  await app.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler(null);
    session.defaultSession.setPermissionCheckHandler(null);
  });
  await page.reload();
  expect(await states()).toContain('granted');
});

test('a request that is not in the contract, or does not fit it, is refused', async ({ start }) => {
  const { page } = await start();
  const answers = await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'porthole') as Bridge;
    const ask = bridge.request as (name: string, input: unknown) => Promise<unknown>;
    const say = (asked: Promise<unknown>) =>
      asked.then(
        (value) => JSON.stringify(value),
        () => 'refused',
      );
    return [
      await say(ask('files.read', { path: '/etc/passwd' })),
      await say(ask('__proto__', {})),
      await say(ask('message.open', { id: '../../x' })),
      await say(ask('session.read', {})),
    ];
  });
  expect(answers[0]).toBe('refused');
  expect(answers[1]).toBe('refused');
  expect(answers[2]).toContain('"ok":false');
  expect(answers[3]).toContain('"ok":true');
});

test('a second instance brings the first one to the front and leaves', async ({ start, profile }) => {
  test.skip(!isStandIn && process.platform === 'darwin', 'macOS starts no second instance by itself');
  const { app } = await start();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawnSync(executablePath, [projectFolder, `--user-data-dir=${profile}`], { timeout: 20_000 });
  expect(second.status).toBe(0);
  const minimized = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized()));
  await expect.poll(minimized).toEqual([false]);
});
