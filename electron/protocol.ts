// app://bundle/: the built page, and nothing outside its folder.
import { protocol } from 'electron';
import { answer } from './bundle.ts';
import type { FirstScreen } from './first-screen.ts';

/** Before `ready`, and once: a second call replaces the first. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function serveApp(folder: string, { fill }: FirstScreen): void {
  protocol.handle('app', (request) => answer(request, folder, fill));
}
