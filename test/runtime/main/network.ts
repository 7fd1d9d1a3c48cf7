// Every request of every frame and worker, paused by Chromium at browser level (so frames that no page session sees, such as
// sandboxed srcdoc frames, are included), and answered the way Electron would: navigation events, webRequest, protocol.handle.
import { setTimeout as sleep } from 'node:timers/promises';
import type * as Electron from 'electron';
import { isRegistered, mapHeader, toApp } from '../chromium/schemes.ts';
import { life, type OpenWindow, windowOf } from './life.ts';
import { allowsNavigation } from './navigation.ts';
import { applyPermissions } from './permissions.ts';
import { chosen } from './session.ts';

interface Paused {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postDataEntries?: { readonly bytes?: string }[];
  };
}

type Failure = 'Aborted' | 'BlockedByClient' | 'Failed';
type Verdict = { readonly fail: Failure } | { readonly fulfil: Response } | 'continue';

const resourceTypes: Record<string, Electron.OnBeforeRequestListenerDetails['resourceType']> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};

export async function interceptNetwork(): Promise<void> {
  const { browser } = life.cdp;
  browser.on('Fetch.requestPaused', (paused) => {
    settle(paused).catch((error: Error) => {
      // The frame may be gone before we answer. Anything else is a fault in here, and the request must not hang.
      if (!/Invalid InterceptionId/.test(error.message)) process.stderr.write(`electron stand-in: ${error.stack}\n`);
      browser.send('Fetch.failRequest', { requestId: paused.requestId, errorReason: 'Failed' }).catch(() => undefined);
    });
  });
  await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

async function settle(paused: Paused): Promise<void> {
  const { browser } = life.cdp;
  const { requestId } = paused;
  const verdict = await judge(paused);
  if (verdict === 'continue') {
    await browser.send('Fetch.continueRequest', { requestId });
  } else if ('fail' in verdict) {
    await browser.send('Fetch.failRequest', { requestId, errorReason: verdict.fail });
  } else {
    const { status, headers } = verdict.fulfil;
    await browser.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: status,
      responseHeaders: [...headers].map(([name, value]) => ({ name, value: mapHeader(name, value) })),
      body: Buffer.from(await verdict.fulfil.arrayBuffer()).toString('base64'),
    });
  }
}

async function judge(paused: Paused): Promise<Verdict> {
  const { request, resourceType, frameId } = paused;
  if (life.popups.has(frameId)) return { fail: 'Aborted' };
  const url = toApp(request.url);
  const open = windowOf(frameId);
  const isDocument = resourceType === 'Document';
  const isMainFrame = isDocument && open?.page.targetId === frameId;
  if (isDocument && open) {
    const isRedirect = paused.redirectedRequestId !== undefined;
    if (!isMainFrame) await known(open, frameId);
    if (!allowsNavigation(open, { url, frameId, isMainFrame, isRedirect })) return { fail: 'Aborted' };
    if (isMainFrame) await applyPermissions(open, request.url);
  }
  if (await isCancelled(paused, url, open, isMainFrame)) return { fail: 'BlockedByClient' };
  const scheme = new URL(url).protocol.slice(0, -1);
  const handler = chosen.handlers.get(scheme);
  if (handler) return handle(handler, paused, url);
  return isRegistered(scheme) ? { fail: 'Failed' } : 'continue';
}

/** A request may overtake the news of its frame. */
async function known({ page }: OpenWindow, frameId: string): Promise<void> {
  for (let tries = 0; tries < 50 && !page.frame(frameId); tries++) await sleep(4);
}

async function isCancelled(
  { requestId, request, resourceType }: Paused,
  url: string,
  open: OpenWindow | undefined,
  isMainFrame: boolean,
): Promise<boolean> {
  const { beforeRequest } = chosen;
  if (!beforeRequest?.patterns.some((pattern) => pattern.test(url))) return false;
  const documentType = isMainFrame ? 'mainFrame' : 'subFrame';
  const details: Electron.OnBeforeRequestListenerDetails = {
    id: Number(requestId.replace(/\D/g, '')),
    url,
    method: request.method,
    referrer: request.headers['Referer'] ?? '',
    timestamp: Date.now(),
    resourceType: resourceType === 'Document' ? documentType : (resourceTypes[resourceType] ?? 'other'),
    frame: isMainFrame && open ? open.contents.mainFrame : null,
    uploadData: [],
    ...(open && { webContentsId: open.contents.id, webContents: open.contents }),
  };
  const { cancel, redirectURL } = await new Promise<Electron.CallbackResponse>((resolve) => {
    beforeRequest.listener(details, resolve);
  });
  if (redirectURL) throw new Error('The Electron stand-in has no webRequest redirectURL');
  return cancel ?? false;
}

async function handle(
  handler: (request: Request) => Response | Promise<Response>,
  { request }: Paused,
  url: string,
): Promise<Verdict> {
  const { method, headers, postDataEntries = [] } = request;
  const body = Buffer.concat(postDataEntries.map(({ bytes = '' }) => Buffer.from(bytes, 'base64')));
  try {
    const given = { method, headers, ...(body.length && { body }) };
    const response = await handler(new Request(url, given));
    return response.type === 'error' ? { fail: 'Failed' } : { fulfil: response };
  } catch (error) {
    const stack = error instanceof Error ? error.stack : error;
    process.stderr.write(`electron stand-in: the handler of ${new URL(url).protocol} failed\n${stack}\n`);
    return { fail: 'Failed' };
  }
}
