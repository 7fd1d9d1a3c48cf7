// A frame of a message that renders on demand: of the app's own, with another script in it.
import path from 'node:path';
import type { Frame } from '@playwright/test';
import { bundledShell } from '../../support/bundled-shell.ts';
import type { Running } from '../porthole.ts';
import type { Given, Judged, Made } from './rendering.ts';

export interface Rendering {
  readonly make: (html: string, given?: Given) => Promise<Made>;
  readonly judge: (documents: readonly string[]) => Promise<readonly Judged[]>;
}

const script = () => bundledShell({ entry: path.join(import.meta.dirname, 'rendering.ts') });

/** The app is to be started with hook.cjs. */
export async function openRendering({ app, page }: Pick<Running, 'app' | 'page'>): Promise<Rendering> {
  await app.evaluate(
    (_electron, code) => {
      type Answer = (request: Request) => Promise<Response>;
      const answer = async (_scheme: string, request: Request, own: Answer) => {
        const { headers } = await own(request);
        return new URL(request.url).pathname === '/shell.js' ? new Response(code, { headers }) : own(request);
      };
      Reflect.set(globalThis, 'answerInstead', answer);
    },
    await script(),
  );
  const isOurs = (frame: Frame) => /mail-scheme|^mail:/.test(frame.url());
  const attached = page.waitForEvent('framenavigated', isOurs);
  await page.evaluate(async () => {
    const bridge = Reflect.get(window, 'porthole') as {
      request: (name: string, input: unknown) => Promise<{ value: { host: string } }>;
    };
    const { value } = await bridge.request('view.open', { id: 'message' });
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    const ready = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
    frame.src = `mail://${value.host}/shell`;
    document.body.append(frame);
    await ready;
  });
  const frame = await attached;
  return {
    make: (html, given) =>
      frame.evaluate(
        ([text, options]) => (Reflect.get(window, 'make') as (html: string, given?: Given) => Made)(text, options),
        [html, given ?? {}] as const,
      ),
    judge: (documents) =>
      frame.evaluate((all) => all.map(Reflect.get(window, 'judge') as (html: string) => Judged), documents),
  };
}
