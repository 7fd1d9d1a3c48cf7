import { describe, expect, test } from 'vitest';
import type { BodyPart, Contact, Picture } from '../../../electron/contract/body.ts';
import type { Result } from '../../../electron/contract/failure.ts';
import type { Blocked } from '../../../electron/mail/frame.ts';
import { plainBody } from '../../../electron/mail/plain-text.ts';
import { appearanceOf, changed, plainParts } from '../../../renderer/content/appearance.ts';
import { createKept } from '../../../renderer/content/kept.ts';
import { lacksOf } from '../../../renderer/content/lacks.ts';
import { hostsOf, keptOut, outcomeOf } from '../../../renderer/content/remote.ts';
import { rangesByToken } from '../../../renderer/content/token-ranges.ts';
import { frameMarks } from '../../../renderer/search/frame-marks.ts';
import type { Sought } from '../../../renderer/search/matches.ts';
import { wording } from '../../../renderer/wording/wording.ts';

const part = (partId: string, html: string | null, plain: string | null): BodyPart => ({
  partId,
  html,
  plain,
  flowed: false,
  delSp: false,
});

describe('how a message is shown', () => {
  test('is as it was laid out, adapted, as large as sent, where nobody chose', () => {
    expect(appearanceOf({}, null)).toEqual({ format: 'html', colours: 'adapted', zoom: 1, fits: true });
  });

  test.each([
    [{}, 1, true],
    [{}, 0.5, true],
    [{}, 1.1, false],
    [{ zoom: 1.25 }, 1, false],
    [{ zoom: 0.8 }, 1, false],
  ])('with %j in a window at %d is made smaller where it is too wide: %s', (choice, zoom, fits) => {
    expect(appearanceOf(choice, { strict: false, zoom }).fits).toBe(fits);
  });

  test('is plain text in strict mode, whatever was chosen for its sender', () => {
    expect(appearanceOf({ format: 'html' }, { strict: true, zoom: 1 }).format).toBe('plain');
  });

  test('changes by what is named, and null forgets', () => {
    expect(changed({ format: 'plain', zoom: 2 }, { zoom: null, colours: 'original', format: undefined })).toEqual({
      format: 'plain',
      colours: 'original',
    });
  });

  test('as text is each part’s own, else the text that all of it has', () => {
    const known = { text: 'all', textFrom: 'html' } as const;
    expect(plainParts([part('0', '<p>a', 'a'), part('1', null, 'b')], known)?.map(({ plain }) => plain)).toEqual([
      'a',
      'b',
    ]);
    expect(plainParts([part('0', '<p>a', null)], known)?.map(({ plain }) => plain)).toEqual(['all']);
    expect(plainParts([part('0', '<p>a', null)], null)).toBeNull();
  });
});

describe('what a message lacks', () => {
  const sealed = { partId: '1', filename: 'smime.p7m', mimeType: 'application/pkcs7-mime', sizeBytes: 9 };
  const words = wording.content;

  test('is told, and that it has no text only where nothing else says why', () => {
    const none = { parts: [], omitted: [] } as const;
    expect(lacksOf(none, [])).toEqual([words.noText]);
    expect(lacksOf(none, [sealed])).toEqual([words.unopened['s-mime']]);
    expect(lacksOf({ parts: [], omitted: ['too-deep'] }, [])).toEqual([words.omitted['too-deep']]);
    expect(lacksOf({ parts: [part('0', null, 'Text')], omitted: [] }, [])).toEqual([]);
  });
});

describe('what lies elsewhere', () => {
  const blocked = (pictures: number, trackers: number, hosts: readonly string[]): Blocked => ({
    kind: 'blocked',
    pictures,
    trackers,
    hosts,
    urls: [],
  });
  const picture = (refused: Picture['refused']): Picture => ({
    url: 'https://example.org/a.png',
    path: refused ? null : '/img/a',
    refused,
  });
  const contact = (host: string, outcome: Contact['outcome'], bytes = 0): Contact => ({
    host,
    messageId: 'm',
    at: 1,
    outcome,
    pictures: 1,
    bytes,
  });

  test('is counted over all parts, each host once', () => {
    const total = keptOut([blocked(10, 3, ['a.example', 'b.example']), blocked(2, 0, ['b.example', 'c.example'])]);
    expect(wording.remote.keptOut(total)).toBe('12 pictures and 3 trackers from 3 hosts were kept out.');
    expect(wording.remote.keptOut(keptOut([blocked(0, 1, ['a.example'])]))).toBe('1 tracker from 1 host was kept out.');
  });

  test('once allowed, says what is shown, and what still is not and why', () => {
    const outcome = outcomeOf([picture(null), picture('tracker'), picture('not-a-picture'), picture('tracker')]);
    expect(outcome).toEqual({ shown: 1, refused: [['tracker', 2], ['not-a-picture', 1]] }); // biome-ignore format: a table
    expect(wording.remote.outcome(outcome)).toBe(
      '1 picture was fetched. Kept out: 2 trackers and 1 that is not a picture.',
    );
  });

  test('on the receipt, says of each host whether it was contacted, those first that were', () => {
    const hosts = hostsOf([
      contact('a.example', 'kept-out'),
      contact('b.example', 'kept-out'),
      contact('b.example', 'fetched', 900),
      contact('c.example', 'refused'),
      contact('d.example', 'refused', 12),
      contact('e.example', 'failed'),
    ]);
    expect(hosts.map(({ host, contacted }) => [host, contacted])).toEqual([
      ['b.example', true],
      ['d.example', true],
      ['e.example', true],
      ['a.example', false],
      ['c.example', false],
    ]);
  });
});

describe('what is looked for', () => {
  const sought = (words: readonly string[], more: Partial<Sought> = {}): Sought => ({
    words,
    unfinished: false,
    inside: false,
    ...more,
  });

  test('is told to frames as words, beginnings and parts', () => {
    expect(
      frameMarks([sought(['two', 'words']), sought(['beg'], { unfinished: true }), sought(['art'], { inside: true })]),
    ).toEqual([
      { text: 'two words', where: 'whole-word' },
      { text: 'beg', where: 'beginning-of-word' },
      { text: 'art', where: 'anywhere' },
    ]);
    expect(frameMarks([sought(['東京', '駅'])])).toEqual([{ text: '東京駅', where: 'anywhere' }]);
  });

  test('is marked in plain text, in what is quoted and in links', () => {
    const body = plainBody('the harbour\n\nhttps://harbour.example/', { flowed: false, delSp: false }, context);
    const ranges = rangesByToken(body.blocks, [sought(['harbour'])]);
    expect([...ranges].map(([token, found]) => [token.kind, found.length])).toEqual([
      ['text', 1],
      ['link', 1],
    ]);
  });

  const context = { isFirst: true, subject: '' };
});

describe('what is kept', () => {
  function counted(results: readonly Result<string>[]) {
    const asked: string[] = [];
    const kept = createKept<string>({
      ask: async (key) => {
        asked.push(key);
        return results[asked.length - 1] ?? { ok: true, value: key };
      },
      most: 2,
    });
    return { asked, kept };
  }
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  test('is asked for once, however many look', async () => {
    const { asked, kept } = counted([]);
    kept.ahead('a');
    kept.of('a').subscribe(() => undefined);
    await settle();
    kept.of('a').subscribe(() => undefined);
    expect(kept.of('a').read().value).toBe('a');
    expect(asked).toEqual(['a']);
  });

  test('is asked for again after a failure, and keeps what was known', async () => {
    const { asked, kept } = counted([{ ok: false, failure: { kind: 'offline' } }]);
    const stop = kept.of('a').subscribe(() => undefined);
    await settle();
    expect(kept.of('a').read().failure).toEqual({ kind: 'offline' });
    stop();
    kept.of('a').subscribe(() => undefined);
    await settle();
    expect(kept.of('a').read()).toEqual({ value: 'a', failure: null });
    expect(asked).toEqual(['a', 'a']);
  });

  test('goes, the oldest first, when nobody looks; what is looked at stays', async () => {
    const { asked, kept } = counted([]);
    kept.of('seen').subscribe(() => undefined);
    for (const key of ['a', 'b', 'c']) kept.ahead(key);
    await settle();
    expect(['seen', 'a', 'c'].map((key) => kept.of(key).read().value)).toEqual(['seen', null, 'c']);
    expect(asked).toEqual(['seen', 'a', 'b', 'c']);
  });
});

test('every line about a message is a sentence', () => {
  const lines = [
    ...Object.values(wording.content.omitted),
    ...Object.values(wording.content.cut),
    wording.content.incomplete,
    wording.content.notLaidOut,
    wording.content.htmlOnly,
    wording.content.hidden,
    wording.content.textCut,
    wording.remote.notProven,
    wording.remote.spam,
  ];
  for (const line of lines) expect(line).toMatch(/^[A-Z].*[^.]\.$/);
});
