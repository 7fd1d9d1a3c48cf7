// Everything of electron/mail over real and hostile mail that nobody here wrote, where it is at hand.
import { existsSync } from 'node:fs';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { authenticationOf } from '../../../electron/mail/authentication.ts';
import { calendarCards } from '../../../electron/mail/calendar.ts';
import { dangerOf } from '../../../electron/mail/file-dangers.ts';
import { kindOf } from '../../../electron/mail/file-kinds.ts';
import { safeName } from '../../../electron/mail/file-names.ts';
import { identityWarnings } from '../../../electron/mail/identity.ts';
import { checkLink } from '../../../electron/mail/links.ts';
import { createMboxQuoting } from '../../../electron/mail/mbox.ts';
import { readPicture } from '../../../electron/mail/picture-kinds.ts';
import { plainBody, type TextBlock } from '../../../electron/mail/plain-text.ts';
import { isBeacon } from '../../../electron/mail/trackers.ts';
import { loadMail } from '../../google/load.ts';

const shared = path.resolve(import.meta.dirname, '../../../../shared/mail');
const context = { languages: ['en'], isDoubtful: false };
const letters = (text: string) => text.replace(/[\s>]/g, '');
const shown = (blocks: readonly TextBlock[]) =>
  blocks
    .map(({ paragraphs }) => paragraphs.map((tokens) => tokens.map(({ text }) => text).join('')).join('\n'))
    .join('\n');

describe.skipIf(!existsSync(shared))('awkward mail that nobody here wrote', () => {
  let raws: readonly Buffer[] = [];
  let emails: readonly Email[] = [];
  beforeAll(async () => {
    raws = ['eml', 'mbox/spamassassin-hard-ham-1.mbox.gz'].flatMap((where) => loadMail(path.join(shared, where)));
    emails = await Promise.all(raws.map((raw) => PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' })));
  }, 60_000);

  test('plain bodies keep their text, folded or not', () => {
    const texts = emails.flatMap(({ text, subject = '' }) => (text ? [{ text, subject }] : []));
    expect(texts.length).toBeGreaterThan(400);
    for (const { text, subject } of texts) {
      for (const flowed of [false, true]) {
        const { blocks, history, isCut } = plainBody(text, { flowed, delSp: false }, { isFirst: false, subject });
        if (!isCut) expect(letters(`${shown(blocks)}${shown(history)}`) === letters(text)).toBe(true);
      }
    }
    const folded = texts.filter(
      ({ text, subject }) =>
        plainBody(text, { flowed: false, delSp: false }, { isFirst: false, subject }).history.length > 0,
    );
    expect(folded.length).toBeGreaterThan(10);
  });

  test('authors and their authentication are judged', () => {
    const judged = emails.map(({ headers, from, replyTo }) => {
      const read = headers.map(({ key, value }) => ({ name: key, value }));
      const people = [from, ...(replyTo ?? [])].map((one) => ({ name: one?.name ?? '', email: one?.address ?? '' }));
      const message = { headers: read, from: people.slice(0, 1), replyTo: people.slice(1), labelIds: [] };
      return [authenticationOf(message).mark, ...identityWarnings(message, ['en']).map(({ kind }) => kind)];
    });
    expect(judged.flat()).toEqual(
      expect.arrayContaining(['unknown', 'unauthenticated', 'reply-elsewhere', 'sent-by-another']),
    );
  });

  test('attached files have safe names, and calendars are read', () => {
    const files = emails.flatMap(({ attachments }) => attachments);
    expect(files.length).toBeGreaterThan(200);
    for (const { filename, mimeType, content } of files) {
      const safe = safeName(filename ?? '');
      expect(path.win32.dirname(path.win32.resolve('C:\\chosen', safe))).toBe('C:\\chosen');
      dangerOf(filename ?? '', mimeType);
      kindOf(filename ?? '', mimeType);
      if (content instanceof ArrayBuffer) {
        readPicture(new Uint8Array(content));
        calendarCards(new TextDecoder().decode(content));
      }
    }
    for (const raw of raws) calendarCards(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${raw.toString('latin1')}`);
  });

  test('links and pictures of HTML are judged, and only three protocols leave', () => {
    const addresses = emails.flatMap(({ html }) =>
      [...(html ?? '').matchAll(/(?:href|src)\s*=\s*["']?([^"'>\s]+)["']?[^>]*>([^<]{0,200})/gi)].map(
        ([, url = '', text = '']) => ({ url, text }),
      ),
    );
    expect(addresses.length).toBeGreaterThan(1_000);
    for (const { url, text } of addresses) {
      isBeacon(url, null, null);
      const link = checkLink(url, text, context);
      if (link) expect(link.url).toMatch(/^(?:https?:\/\/|mailto:)/);
    }
  });

  test('as mbox they can be told apart again', () => {
    for (const raw of raws) {
      const quoting = createMboxQuoting();
      const written = Buffer.concat([quoting.push(raw), quoting.end()]).toString('latin1');
      expect(/(?:^|\n)From /.test(written)).toBe(false);
      const undone = written.replace(/(?<=^|\n)>(>*From )/g, '$1').trimEnd();
      expect(undone === raw.toString('latin1').replaceAll('\r\n', '\n').trimEnd()).toBe(true);
    }
  });
});
