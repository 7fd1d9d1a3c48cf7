// What is wrong with the certificate of somebody who pretends to be Google: a proxy, a hotel, a clock or an attacker.
import { anySearch } from '../../support/any-search.ts';
import { type Diverted, diverted } from '../diverted.ts';
import type { Person } from '../person.ts';
import type { Row } from '../row.ts';
import { createShown } from '../shown.ts';
import { strike } from '../strike.ts';
import { type Certificate, openTlsHost } from '../tls-host.ts';

/** As in the other rows: on a busy machine, after many changes. */
const catchingUpMs = 55_000;
const mostRows = 200;

/** Whatever has struck before. */
async function catchUp({ open, close, google }: Person): Promise<void> {
  const window = open();
  await window.ask('session.read', {});
  const { size } = google.mailbox();
  await window.program.until(
    ({ connection, sync }) =>
      connection.state === 'online' && !sync.running && sync.onDisk === size && sync.inMailbox === size,
    catchingUpMs,
  );
  await close(window);
}

/** Somebody opens Porthole there: it says that it is offline and nothing else, and all the mail that was here can be read. */
async function openThere(person: Person, { window: options, begin, end }: Diverted): Promise<void> {
  const { living, wrong, open, close } = person;
  const here = Math.min(living.letters.size, mostRows);
  living.arrive();
  begin();
  const shown = createShown();
  const window = open({ ...options, shown });
  const { ask, program } = window;
  await ask('session.read', {});
  await ask('sync.now', {});
  await program.until(({ connection }) => connection.state === 'offline', catchingUpMs);
  const search = { ...anySearch, text: 'in:anywhere' };
  const page = await ask('messages.find', { search, ask: false, offset: 0, limit: mostRows });
  const rows = page.ok ? page.value.rows : [];
  const message = await ask('message.open', { id: rows[0]?.id ?? '0' });
  if (rows.length !== here || !message.ok) wrong.push(`${rows.length} of ${here} messages can be read`);
  await close(window);
  end();
  wrong.push(...shown.raw);
  person.shown.add(shown.sentences);
  const said = [...shown.sentences].filter((sentence) => sentence !== 'Connecting…');
  if (said.join() !== 'Offline, as of …') wrong.push(`the window says: ${said.join(' / ')}`);
}

/** `certificate`: null for a server that speaks no TLS. `code`: Node's, so that it is this that is tried and nothing else. */
export const tlsRow = (fault: string, certificate: Certificate | null, code: string): Row => ({
  group: 'network',
  fault: `TLS: ${fault}`,
  runs: 15,
  keepsAll: true,
  run: async (person) => {
    const host = certificate && (await openTlsHost(certificate, person.google.url));
    const root = host?.url ?? person.google.url.replace('http:', 'https:');
    const way = diverted(({ pathname, search }) => root + pathname + search);
    try {
      await strike(person, way);
      await catchUp(person);
      await openThere(person, way);
    } finally {
      await host?.close();
    }
    const codes = [...way.codes].join();
    if (codes !== code) person.wrong.push(`it failed for ${codes || 'nothing'}`);
    if (host?.connections === 0) person.wrong.push('nobody came');
    if (host && host.requests > 0) person.wrong.push('somebody was told something who is not to be trusted');
  },
});

export const tlsRows: readonly Row[] = [
  tlsRow('none at all', null, 'ERR_SSL_WRONG_VERSION_NUMBER'),
  tlsRow('self-signed certificate', 'self-signed', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
  tlsRow('expired certificate', 'expired', 'CERT_HAS_EXPIRED'),
  tlsRow('certificate of another host', 'another-host', 'ERR_TLS_CERT_ALTNAME_INVALID'),
];
