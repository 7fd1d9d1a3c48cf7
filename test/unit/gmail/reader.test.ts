import { afterEach, describe, expect, test } from 'vitest';
import { createReader, type Reader } from '../../../electron/gmail/reader.ts';
import { UnreadableReply } from '../../../electron/gmail/unreadable.ts';
import { readingWorker } from '../../support/workers.ts';

const stubborn = new URL('../../support/stubborn-reading-worker.ts', import.meta.url);
const readers: Reader[] = [];
afterEach(async () => {
  for (const reader of readers.splice(0)) await reader.close();
});

function open(workerUrl = readingWorker): Reader {
  const reader = createReader({ workerUrl, limitMs: workerUrl === stubborn ? 1_500 : 20_000 });
  readers.push(reader);
  return reader;
}

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).buffer;
const wire = (id: string, more: object = {}) => ({ id, threadId: 't', snippet: `letter ${id}`, ...more });
const read = (reader: Reader, id: string, reply: unknown = wire(id)) =>
  reader.read({ kind: 'message', id, bytes: bytes(reply), whole: false });
const subjects = { headers: [{ name: 'Subject', value: 'Boats' }], body: { size: 2, data: 'aGk' } };

describe('the reader', () => {
  test('reads a message in a thread of its own', async () => {
    const [reading] = await read(open(), 'a', wire('a', { payload: { mimeType: 'text/plain', ...subjects } }));
    expect(reading).toMatchObject({ lacking: [], wire: null });
    expect(reading?.message.malformed).toBeUndefined();
    expect(reading?.message).toMatchObject({ id: 'a', subject: 'Boats', text: 'hi' });
  });

  test('reads the messages of a thread one by one: one that does not fit costs no other', async () => {
    const messages = [wire('a'), { id: 7 }, null, wire('b')];
    const readings = await open().read({ kind: 'thread', bytes: bytes({ id: 't', messages }) });
    expect(readings.map(({ message }) => message.id)).toEqual(['a', 'b']);
  });

  test.each([
    ['labels that are no list', { labelIds: 'INBOX' }, { labelIds: [], snippet: 'letter a' }],
    ['a label that is no text', { labelIds: ['INBOX', 7] }, { labelIds: ['INBOX'] }],
    ['a size that is no number', { sizeEstimate: 'huge' }, { sizeBytes: 0 }],
    ['a date that is none', { internalDate: 'yesterday' }, { receivedAt: 0 }],
    ['a payload that is none', { payload: [] }, { text: '', subject: '' }],
    [
      'a header that is none',
      { payload: { ...subjects, headers: [{ name: 1 }, ...subjects.headers] } },
      { subject: 'Boats' },
    ],
    [
      'a part that is none',
      { payload: { ...subjects, body: {}, parts: ['x', { mimeType: 'text/plain', ...subjects }] } },
      { text: 'hi' },
    ],
  ])('keeps a message with %s, with what else it has', async (_what, fields, kept) => {
    const [reading] = await read(open(), 'a', wire('a', fields));
    expect(reading?.message).toMatchObject({ id: 'a', threadId: 't', ...kept });
    expect(reading?.message.malformed).toBe(true);
  });

  test('takes the time of a message without a date from its id', async () => {
    const id = `${(1_767_567_600_000).toString(16).padStart(11, '0')}abcde`;
    const [reading] = await read(open(), id, wire(id));
    expect(reading?.message.receivedAt).toBe(1_767_567_600_000);
  });

  test.each([
    ['another message', wire('b')],
    ['no thread', { id: 'a' }],
    ['nothing', {}],
  ])('is not deceived by %s', async (_what, reply) => {
    await expect(read(open(), 'a', reply)).rejects.toBeInstanceOf(UnreadableReply);
  });

  test.each([
    ['a page', '<html>'],
    ['half of it', '{"id":"a","threa'],
    ['nothing', ''],
    ['a list', '[]'],
    ['a number', '7'],
  ])('knows %s for nobody’s', async (_what, reply) => {
    const failure = await read(open(), 'a', reply).catch((error: unknown) => error);
    expect(failure).toMatchObject({ failure: { kind: 'unexpected-reply' } });
    expect(failure).not.toBeInstanceOf(UnreadableReply);
  });

  test('says which texts are lacking, and reads the message again with them', async () => {
    const reader = open();
    const payload = { partId: '0', mimeType: 'text/plain', body: { size: 9, attachmentId: 'big' } };
    const [reading] = await read(reader, 'a', wire('a', { payload }));
    expect(reading?.lacking).toEqual([{ partId: '0', attachmentId: 'big' }]);
    if (!reading?.wire) expect.unreachable('it can be read again');
    else {
      const bodies = new Map([['0', Buffer.from('A whole novel').toString('base64url')]]);
      const [again] = await reader.read({ kind: 'again', wire: reading.wire, bodies, whole: false });
      expect(again?.message.text).toBe('A whole novel');
    }
  });

  test('takes the bytes rather than a copy of them', async () => {
    const reply = bytes(wire('a'));
    const reading = open().read({ kind: 'message', id: 'a', bytes: reply, whole: false });
    expect(reply.byteLength).toBe(0);
    await reading;
  });

  test.each(['hang', 'die'])('passes over a message that makes its thread %s, and reads the next', async (id) => {
    const reader = open(stubborn);
    const [bad, good] = await Promise.allSettled([read(reader, id), read(reader, 'good')]);
    expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(UnreadableReply) });
    expect(good).toMatchObject({ status: 'fulfilled', value: [{ message: { id: 'good' } }] });
  });

  test('hands a bug on as it is', async () => {
    await expect(read(open(stubborn), 'bug')).rejects.toBeInstanceOf(TypeError);
  });

  test('cancels what it has not read when it is closed', async () => {
    const reader = open(stubborn);
    const reading = expect(read(reader, 'hang')).rejects.toMatchObject({ name: 'AbortError' });
    await reader.close();
    await reading;
  });
});
