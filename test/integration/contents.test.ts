// What can be looked at of messages, and taken out of Porthole: the whole program but its window, against the fake Google.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { createExporting } from '../../electron/saving/exporting.ts';
import { createSaving } from '../../electron/saving/saving.ts';
import { type FakeGoogle, startGoogle } from '../google/google.ts';
import { anySearch } from '../support/any-search.ts';
import { offline, online, type Program, startProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = temporaryFolder();
let folders = 0;
const newFolder = () => {
  const folder = path.join(root, String(++folders));
  mkdirSync(folder, { recursive: true });
  return folder;
};
const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const lines = (...all: readonly string[]) => all.join('\r\n');
const file = (filename: string, content: string, type = 'application/octet-stream') =>
  lines(
    `Content-Type: ${type}`,
    `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(filename)}`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(content, 'latin1').toString('base64'),
  );
const raw = (subject: string, parts: readonly string[]) =>
  lines(
    'From: Amy <amy@example.com>',
    'To: ada@example.org',
    `Subject: ${subject}`,
    `Message-ID: <${subject.replace(/\W/g, '')}@example.com>`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...parts.flatMap((part) => ['--b', part]),
    '--b--',
    '',
  );
const html = lines('Content-Type: text/html; charset=utf-8', '', '<p>Guten Tag</p>');
const calendar = lines('Content-Type: text/calendar; charset=utf-8', '', 'BEGIN:VCALENDAR');

interface Signed {
  readonly google: FakeGoogle;
  readonly folder: string;
  readonly program: Program;
  readonly ids: readonly string[];
}

async function signedIn(raws: readonly string[]): Promise<Signed> {
  const google = await startGoogle();
  endings.push(() => google.close());
  const now = Date.now() - 86_400_000;
  const ids = raws.map((one, at) =>
    google.mailbox().add({ raw: one, labelIds: ['INBOX'], internalDate: now + at * 60_000 }),
  );
  const folder = newFolder();
  const program = startProgram({ google, folder });
  endings.push(() => program.porthole.close());
  await program.porthole.start();
  await program.signIn();
  await program.until(online);
  return { google, folder, program, ids };
}

const contentsOf = ({ program }: Signed) => program.porthole.mailbox().contents;
const calls = ({ google }: Signed) => google.requests.filter(({ path: asked }) => /\/messages\/\w+/.test(asked)).length;

async function goOffline(signed: Signed): Promise<void> {
  await signed.google.disconnect();
  await signed.program.porthole.syncNow();
  await signed.program.until(offline);
}

function savingIn(signed: Signed, folder: string, chosen: { name?: string } = {}) {
  const asked: string[] = [];
  const saving = createSaving({
    contents: () => contentsOf(signed),
    chooseFile: async (name) => {
      asked.push(name);
      return chosen.name === undefined ? path.join(folder, name) : chosen.name && path.join(folder, chosen.name);
    },
    chooseFolder: async () => folder,
  });
  return { saving, asked };
}

const texts = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));

describe('a message that is opened', () => {
  test('looks as it was sent, without a call', async () => {
    const signed = await signedIn([raw('Tea', [html])]);
    const before = calls(signed);
    const body = await contentsOf(signed).body(signed.ids[0] ?? '');
    expect(body).toMatchObject({ complete: true, parts: [{ html: '<p>Guten Tag</p>' }], omitted: [] });
    expect(calls(signed)).toBe(before);
  });

  test('has its calendar fetched once, also for whoever looks at the same time', async () => {
    const signed = await signedIn([raw('Tea', [html, calendar])]);
    const [id = ''] = signed.ids;
    const before = calls(signed);
    const bodies = await Promise.all([contentsOf(signed).body(id), contentsOf(signed).body(id)]);
    for (const body of bodies) expect(body).toMatchObject({ complete: true, calendars: [{ text: 'BEGIN:VCALENDAR' }] });
    expect(calls(signed) - before).toBe(2);
    await contentsOf(signed).body(id);
    expect(calls(signed) - before).toBe(2);
  });

  test('that an earlier schema kept is fetched anew, and shown as text where it can’t be', async () => {
    const signed = await signedIn([raw('Tea', [html]), raw('Cake', [html])]);
    const [first = '', second = ''] = signed.ids;
    const sub = readdirSync(path.join(signed.folder, 'accounts'))[0] ?? '';
    const database = new DatabaseSync(path.join(signed.folder, 'accounts', sub, 'mail.db'));
    database.exec('UPDATE content SET looks = 0; DELETE FROM original;');
    database.close();
    expect(await contentsOf(signed).body(first)).toMatchObject({
      complete: true,
      parts: [{ html: '<p>Guten Tag</p>' }],
    });
    await goOffline(signed);
    expect(await contentsOf(signed).body(first)).toMatchObject({ complete: true });
    expect(await contentsOf(signed).body(second)).toMatchObject({
      complete: false,
      parts: [{ html: null, plain: 'Guten Tag' }],
    });
    expect(signed.program.bugs).toEqual([]);
  });

  test('says that its calendar is missing where nobody can be asked', async () => {
    const signed = await signedIn([raw('Tea', [html, calendar])]);
    await goOffline(signed);
    expect(await contentsOf(signed).body(signed.ids[0] ?? '')).toMatchObject({
      complete: false,
      parts: [{ html: '<p>Guten Tag</p>' }],
      omitted: ['not-given'],
    });
  });

  test('that is no more is gone', async () => {
    const signed = await signedIn([raw('Tea', [html])]);
    await expect(contentsOf(signed).body('feed')).rejects.toMatchObject({ failure: { kind: 'gone' } });
  });
});

describe('a part', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
    'base64',
  ).toString('latin1');

  test('is there without a network once somebody has looked at it', async () => {
    const signed = await signedIn([raw('Files', [html, file('a.bin', 'A'), file('b.bin', 'B')])]);
    const [id = ''] = signed.ids;
    expect(Buffer.from((await contentsOf(signed).preview(id, '1')).bytes).toString()).toBe('A');
    await goOffline(signed);
    expect(Buffer.from((await contentsOf(signed).preview(id, '1')).bytes).toString()).toBe('A');
    await expect(contentsOf(signed).preview(id, '2')).rejects.toMatchObject({ failure: { kind: 'offline' } });
  });

  test.each<[string, string, string, string, string]>([
    ['text in UTF-8', 'Grüße', 'a.txt', 'text/plain', 'Grüße'],
    ['text in windows-1252', 'latin1:Gr\xfc\xdfe', 'a.txt', 'text/plain', 'Grüße'],
    ['bytes as they are', 'latin1:\x00\xff', 'a.bin', 'application/octet-stream', 'latin1:\x00\xff'],
    ['a picture by what it is', `latin1:${png}`, 'a.jpg', 'image/jpeg', `latin1:${png}`],
  ])('is given as %s', async (_what, content, name, type, expected) => {
    const written = content.startsWith('latin1:') ? content.slice(7) : Buffer.from(content).toString('latin1');
    const signed = await signedIn([raw('Files', [html, file(name, written, type)])]);
    const { bytes, mimeType } = await contentsOf(signed).preview(signed.ids[0] ?? '', '1');
    const isLatin1 = expected.startsWith('latin1:');
    expect(Buffer.from(bytes).toString(isLatin1 ? 'latin1' : 'utf8')).toBe(isLatin1 ? expected.slice(7) : expected);
    expect(mimeType).toBe(type === 'image/jpeg' ? 'image/png' : type);
  });

  test('that is none is gone', async () => {
    const signed = await signedIn([raw('Files', [html, file('a.bin', 'A')])]);
    await expect(contentsOf(signed).preview(signed.ids[0] ?? '', '9')).rejects.toMatchObject({
      failure: { kind: 'gone' },
    });
  });

  test('goes from the disk with its message, and with the account', async () => {
    const signed = await signedIn([
      raw('Files', [html, file('a.bin', 'secret words')]),
      raw('Other', [html, file('b.bin', 'B')]),
    ]);
    const [first = '', second = ''] = signed.ids;
    await contentsOf(signed).preview(first, '1');
    await contentsOf(signed).preview(second, '1');
    const parts = path.join(signed.folder, 'accounts', signed.program.porthole.state().account?.id ?? '', 'parts');
    expect(readdirSync(parts).sort()).toEqual([first, second].sort());
    expect(statSync(path.join(parts, first)).mode & 0o77).toBe(0);
    signed.google.mailbox().delete(first);
    await signed.program.sync();
    await signed.program.porthole.close();
    const again = startProgram({ google: signed.google, folder: signed.folder });
    endings.push(() => again.porthole.close());
    await again.porthole.start();
    await again.porthole.mailbox().contents.preview(second, '1');
    expect(readdirSync(parts)).toEqual([second]);
    await again.porthole.signOut(true);
    expect(existsSync(parts)).toBe(false);
  });
});

describe('the source', () => {
  test('is the message byte for byte', async () => {
    const source = raw('Tea', [html]);
    const signed = await signedIn([source]);
    expect(await contentsOf(signed).source(signed.ids[0] ?? '')).toEqual({ text: source, cut: false });
  });
});

describe('files that are saved', () => {
  test('one goes where the person chose', async () => {
    const signed = await signedIn([raw('Files', [html, file('Übersicht: "1".txt', 'one')])]);
    const folder = newFolder();
    const { saving, asked } = savingIn(signed, folder);
    expect(await saving.saveAttachments(signed.ids[0] ?? '', ['1'])).toEqual({ filenames: asked });
    expect(asked[0]).toMatch(/^Übersicht.*\.txt$/);
    expect(asked[0]).not.toMatch(/[":]/);
    expect(Object.values(texts(folder))).toEqual(['one']);
  });

  test('many go into the folder and nowhere else, each under a name of its own, over nothing', async () => {
    const names = ['a.txt', 'a.txt', '../../up.txt', '/etc/passwd', '.hidden', 'con', 'pdf\u202Efdp.exe', ''];
    const signed = await signedIn([raw('Files', [html, ...names.map((name, at) => file(name, `content ${at}`))])]);
    const folder = newFolder();
    const inside = path.join(folder, 'deep', 'er');
    mkdirSync(inside, { recursive: true });
    writeFileSync(path.join(inside, 'a.txt'), 'mine');
    const { saving } = savingIn(signed, inside);
    const saved = await saving.saveAttachments(
      signed.ids[0] ?? '',
      names.map((_, at) => String(at + 1)),
    );
    const found = texts(inside);
    expect(found['a.txt']).toBe('mine');
    expect(Object.keys(found)).toHaveLength(names.length + 1);
    expect(saved?.filenames.map((name) => found[name])).toEqual(names.map((_, at) => `content ${at}`));
    for (const name of saved?.filenames ?? []) {
      expect(name).not.toMatch(/^\.|[/\\\u202E]/);
      expect(statSync(path.join(inside, name)).mode & 0o111).toBe(0);
    }
    expect(readdirSync(path.join(folder, 'deep'))).toEqual(['er']);
  });

  test('a message goes out byte for byte', async () => {
    const source = raw('Tea / two', [html, file('a.bin', '\x00\xff')]);
    const signed = await signedIn([source]);
    const folder = newFolder();
    const saved = await savingIn(signed, folder).saving.saveMessage(signed.ids[0] ?? '');
    expect(saved?.filename).toMatch(/^Tea.*two\.eml$/);
    expect(Object.values(texts(folder))).toEqual([source]);
  });

  test('nothing is written where nothing was chosen, or it can’t be had', async () => {
    const signed = await signedIn([raw('Files', [html, file('a.bin', 'A')])]);
    const [id = ''] = signed.ids;
    const folder = newFolder();
    const undecided = createSaving({
      contents: () => contentsOf(signed),
      chooseFile: async () => undefined,
      chooseFolder: async () => undefined,
    });
    expect(await undecided.saveAttachments(id, ['1'])).toBe(null);
    expect(await undecided.saveMessage(id)).toBe(null);
    await expect(savingIn(signed, folder).saving.saveAttachments(id, ['7'])).rejects.toMatchObject({
      failure: { kind: 'gone' },
    });
    await goOffline(signed);
    await expect(savingIn(signed, folder).saving.saveAttachments(id, ['1'])).rejects.toMatchObject({
      failure: { kind: 'offline' },
    });
    await expect(savingIn(signed, folder).saving.saveMessage(id)).rejects.toMatchObject({
      failure: { kind: 'offline' },
    });
    await expect(savingIn(signed, path.join(folder, 'nowhere')).saving.saveMessage(id)).rejects.toBeDefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a folder that can’t be written to is a failure with a name', async () => {
    const signed = await signedIn([raw('Files', [html, file('a.bin', 'A')])]);
    const blocked = path.join(newFolder(), 'file');
    writeFileSync(blocked, '');
    const refused = { failure: { kind: 'not-saved', problem: 'refused' } };
    await expect(savingIn(signed, blocked).saving.saveAttachments(signed.ids[0] ?? '', ['1'])).rejects.toMatchObject(
      refused,
    );
  });
});

describe('an export', () => {
  function exportingIn(signed: Signed, folder: string) {
    const states: unknown[] = [];
    const exporting = createExporting({
      mailbox: () => signed.program.porthole.mailbox(),
      chooseFile: async (name) => path.join(folder, name),
      ticks: () => performance.now(),
      onChanged: () => states.push(exporting.read()),
      onBug: (error) => {
        throw error;
      },
    });
    const ended = async () => {
      while (exporting.read()?.state === 'running') await new Promise((resolve) => setTimeout(resolve, 10));
      return exporting.read();
    };
    return { exporting, states, ended };
  }
  const many = Array.from({ length: 12 }, (_, at) =>
    raw(`Letter ${at}`, [html, lines('Content-Type: text/plain', '', 'x', 'From me', '>From you')]),
  );
  const search = { ...anySearch, text: 'in:inbox' };

  test('of a search is one mbox, oldest first, from which each message can be had again', async () => {
    const signed = await signedIn(many);
    const folder = newFolder();
    const { exporting, states, ended } = exportingIn(signed, folder);
    expect(await exporting.start({ search })).toEqual({ done: 0, total: 12, state: 'running' });
    expect(await exporting.start({ search })).toMatchObject({ state: 'running' });
    expect(await ended()).toEqual({ done: 12, total: 12, state: 'done' });
    expect(states.at(-1)).toEqual({ done: 12, total: 12, state: 'done' });
    const [[name, mbox] = ['', '']] = Object.entries(texts(folder));
    expect(name).toMatch(/\.mbox$/);
    const messages = mbox.split(/^From amy@example\.com \w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4}\n/m).slice(1);
    expect(
      messages.map((one) =>
        one
          .replace(/^>(>*From )/gm, '$1')
          .slice(0, -1)
          .replaceAll('\n', '\r\n'),
      ),
    ).toEqual(many);
  });

  test('passes over a message that has gone meanwhile', async () => {
    const signed = await signedIn(many.slice(0, 3));
    const folder = newFolder();
    const { exporting, ended } = exportingIn(signed, folder);
    signed.google.mailbox().delete(signed.ids[1] ?? '');
    await exporting.start({ search });
    expect(await ended()).toMatchObject({ state: 'done' });
    expect(Object.values(texts(folder))[0]?.match(/^Subject: .*/gm)).toEqual([
      'Subject: Letter 0',
      'Subject: Letter 2',
    ]);
  });

  test('of a thread has its messages', async () => {
    const signed = await signedIn(many.slice(0, 2));
    const { exporting, ended } = exportingIn(signed, newFolder());
    const { threadId } = await contentsOf(signed).message(signed.ids[1] ?? '');
    await exporting.start({ threadId });
    expect(await ended()).toEqual({ done: 1, total: 1, state: 'done' });
  });

  test('that is cancelled, or fails, leaves no file', async () => {
    const signed = await signedIn(many);
    const folder = newFolder();
    const { exporting, ended } = exportingIn(signed, folder);
    await exporting.start({ search });
    exporting.cancel();
    expect(await ended()).toMatchObject({ state: 'cancelled', total: 12 });
    expect(readdirSync(folder)).toEqual([]);
    await goOffline(signed);
    await exporting.start({ search });
    expect(await ended()).toMatchObject({ state: 'failed', total: 12 });
    expect(readdirSync(folder)).toEqual([]);
    await exporting.close();
  });
});

describe('the sample mailbox', () => {
  test('has everything that can be looked at, with nobody to ask', async () => {
    const google = await startGoogle();
    endings.push(() => google.close());
    const program = startProgram({ google, folder: newFolder() });
    endings.push(() => program.porthole.close());
    await program.porthole.start();
    await program.porthole.openSample();
    const { contents } = program.porthole.mailbox();
    const found = async (query: string) => (await program.find(query)).rows.map(({ id }) => id);
    const [boxed = ''] = await found('filename:album.pdf');
    const body = await contents.body(boxed);
    expect(body).toMatchObject({
      complete: true,
      omitted: [],
      calendars: [{ text: expect.stringContaining('BEGIN:VCALENDAR') }],
    });
    expect(body.related).toHaveLength(1);
    expect(body.parts[0]?.html).toContain(`cid:${body.related[0]?.contentId}`);
    const kinds = [];
    for (const partId of (await contents.files(boxed)).keys()) {
      const { bytes, mimeType } = await contents.preview(boxed, partId);
      expect(bytes.length).toBeGreaterThan(100);
      kinds.push(mimeType);
    }
    expect(kinds.sort()).toEqual([
      'application/pdf',
      'image/jpeg',
      'image/jpeg',
      'image/png',
      'text/calendar',
      'text/plain',
    ]);
    // Whose message it is changes with the day.
    expect((await contents.source(boxed)).text).toMatch(/^(?:Delivered-To|From): /);
    const raw = Buffer.from(await contents.parts.raw(boxed)).toString();
    expect(/^Content-Type: application\/pdf; name="album\.pdf"/m.test(raw)).toBe(true);

    const bodies = await Promise.all((await found('in:anywhere has:attachment')).map((id) => contents.body(id)));
    const nested = bodies.find((one) => one.nested.length > 0)?.nested[0];
    expect(nested).toMatchObject({ subject: expect.any(String), parts: [{ partId: expect.any(String) }] });
    expect(bodies.filter(({ complete }) => !complete)).toEqual([]);
    // What a shop sends is never plain text alone.
    const [letter = ''] = await found('"sends this about twice a week"');
    const html = (await contents.body(letter)).parts[0]?.html ?? '';
    expect(html).toMatch(/<img src="https:/);
    expect(google.requests).toEqual([]);
    expect(program.bugs).toEqual([]);
  });
});

test('Gmail is only ever read', async () => {
  const signed = await signedIn([raw('Tea', [html, calendar, file('a.bin', 'A')])]);
  const [id = ''] = signed.ids;
  await contentsOf(signed).body(id);
  await contentsOf(signed).preview(id, '2');
  await contentsOf(signed).source(id);
  const mail = signed.google.requests.filter(({ path: asked }) => asked.includes('/gmail/'));
  expect(mail.length).toBeGreaterThan(5);
  expect(mail.filter(({ method }) => method !== 'GET')).toEqual([]);
});
