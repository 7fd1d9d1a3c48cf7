import { describe, expect, test } from 'vitest';
import { askAhead, firstPage } from '../../electron/ahead.ts';
import type { Bridge } from '../../electron/contract/bridge.ts';
import type { PortholeEvent } from '../../electron/contract/events.ts';
import type { Result } from '../../electron/contract/failure.ts';
import type { RequestName } from '../../electron/contract/requests.ts';
import { pageSize } from '../../renderer/messages/pages.ts';
import { firstLook, wantedBy } from '../../renderer/search/look.ts';

const settings = { theme: 'system', grouping: 'messages', facets: true };

/** Answers with the number of the question. */
function asking(answers: Readonly<Record<string, Result<unknown>>> = {}) {
  const asked: string[] = [];
  const ask = async (name: string) => {
    const value = name === 'settings.read' ? settings : asked.push(name);
    return JSON.stringify(answers[name] ?? { ok: true, value });
  };
  const ahead = askAhead(ask as Bridge['request']);
  const request = async (name: RequestName, input: unknown): Promise<Result<unknown>> =>
    JSON.parse(await ahead.request(name, input as never));
  return { asked, ahead: { ...ahead, request } };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));
const find = firstPage('messages');

describe('what a window shows first', () => {
  test('is what the page asks for first, to the letter', () => {
    for (const grouping of ['threads', 'messages'] as const)
      expect(JSON.stringify(firstPage(grouping))).toBe(
        JSON.stringify({ ...wantedBy(firstLook, grouping), offset: 0, limit: pageSize }),
      );
  });

  test('is asked before there is a page, in the grouping that the person has chosen', async () => {
    const { asked, ahead } = asking();
    await soon();
    const before = [...asked];
    expect(before).toEqual(['session.read', 'messages.find', 'labels.list', 'searches.list']);
    await ahead.request('messages.find', find);
    expect(asked).toEqual(before);
  });

  test('is given once', async () => {
    const { ahead } = asking();
    await soon();
    const answers = [await ahead.request('messages.find', find), await ahead.request('messages.find', find)];
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual([2, 5]);
  });

  test('is given to nobody who asks for something else', async () => {
    const { ahead } = asking();
    await soon();
    const answer = await ahead.request('messages.find', { ...find, offset: 25 });
    expect(answer).toEqual({ ok: true, value: 5 });
  });

  test.each<[PortholeEvent, boolean]>([
    [{ name: 'messages.changed', ids: null }, true],
    [{ name: 'search.answered', query: 'in:inbox' }, true],
    [{ name: 'labels.changed' }, false],
  ])('is asked again after %j: %s', async (event, again) => {
    const { ahead } = asking();
    await soon();
    ahead.hear(event);
    expect(await ahead.request('messages.find', find)).toEqual({ ok: true, value: again ? 5 : 2 });
  });

  test('is asked again where it failed', async () => {
    const failed = { ok: false, failure: { kind: 'gone' } } as const;
    const answers: Record<string, Result<unknown>> = { 'messages.find': failed };
    const { ahead } = asking(answers);
    await soon();
    delete answers['messages.find'];
    expect(await ahead.request('messages.find', find)).toEqual({ ok: true, value: 5 });
  });
});
