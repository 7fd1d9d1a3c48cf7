// app://bundle/: the built page, and nothing outside its folder. mail://<host>/: what a message is shown in, while it is shown.
import { protocol } from 'electron';
import { answer } from './bundle.ts';
import type { FirstScreen } from './first-screen/first-screen.ts';
import { answerMail, type MailPageOptions } from './views/mail-page.ts';

/** Before `ready`, and once: a second call replaces the first. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'mail', privileges: { standard: true, secure: true } },
  ]);
}

export function serveApp(folder: string, { fill }: FirstScreen): void {
  protocol.handle('app', (request) => answer(request, folder, fill));
}

export function serveMail(options: MailPageOptions): void {
  protocol.handle('mail', (request) => answerMail(request, options));
}
