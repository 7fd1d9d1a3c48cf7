// The addresses of the pages of Google's console that the guide leads to: these, and no others.
import type { ConsolePage } from '../contract/guide.ts';

const paths: Readonly<Record<ConsolePage, string>> = {
  project: '/projectcreate',
  api: '/apis/library/gmail.googleapis.com',
  branding: '/auth/branding',
  audience: '/auth/audience',
  clients: '/auth/clients',
};

/** In English, because the guide names what stands there. Without a project the console asks which one is meant. */
export function consoleUrl(page: ConsolePage, project: string | null): string {
  const url = new URL(paths[page], 'https://console.cloud.google.com');
  if (project !== null && page !== 'project') url.searchParams.set('project', project);
  url.searchParams.set('hl', 'en');
  return url.href;
}
