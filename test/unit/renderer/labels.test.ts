import { describe, expect, test } from 'vitest';
import type { CountedLabel } from '../../../electron/contract/model.ts';
import { mostRecentSearches, type Searches } from '../../../electron/contract/search.ts';
import { branchesOf } from '../../../renderer/labels/branches.ts';
import { currentKey, entriesOf, entryFor, type Listed, unfolded } from '../../../renderer/labels/entries.ts';
import { step } from '../../../renderer/labels/roving.ts';
import { shownLabels } from '../../../renderer/labels/shown.ts';

function label(name: string, about: Partial<CountedLabel> = {}, unread = 0): CountedLabel {
  return {
    id: `id of ${name}`,
    name,
    type: 'user',
    listVisibility: 'show',
    messageVisibility: 'show',
    colour: null,
    counts: { messages: 40, unreadMessages: unread * 2, threads: 30, unreadThreads: unread },
    ...about,
  };
}

const system = (id: string, unread = 0) => label(id, { id, type: 'system' }, unread);
const none: Searches = { saved: [], recent: [] };

function listed(labels: readonly CountedLabel[], about: Partial<Listed> = {}) {
  return entriesOf({ labels, searches: none, grouping: 'threads', turned: new Set(), ...about });
}
/** Each label as its level and its name. */
const labelsIn = (labels: readonly CountedLabel[], about: Partial<Listed> = {}) =>
  listed(labels, about)
    .filter(({ kind }) => kind === 'label')
    .map(({ level, name }) => `${level} ${name}`);

describe('labels nest by their slashes', () => {
  test('in the order of their names, whatever order they come in', () => {
    expect(labelsIn([label('Work/Clients/Museum'), label('work 10'), label('Work'), label('work 9')])).toEqual([
      '2 Work',
      '3 Clients',
      '4 Museum',
      '2 work 9',
      '2 work 10',
    ]);
  });

  test('also below a parent that is no label, which can’t be chosen', () => {
    const entries = listed([label('Archive/2019')]).filter(({ kind }) => kind === 'label');
    expect(entries.map(({ name, query }) => [name, query])).toEqual([
      ['Archive', null],
      ['2019', 'label:Archive/2019'],
    ]);
  });

  test('where a step is empty, without a level of its own', () => {
    expect(branchesOf([label('/a//b')]).map(({ name, branches }) => [name, branches.map((one) => one.name)])).toEqual([
      ['a', ['b']],
    ]);
  });

  test('and what is below a folded one is not listed', () => {
    expect(labelsIn([label('Work'), label('Work/Clients')], { turned: new Set(['label:Work']) })).toEqual(['2 Work']);
  });
});

describe('Gmail’s rules for the list', () => {
  const labels = [
    label('Shown'),
    label('Hidden', { listVisibility: 'hide' }, 3),
    label('Read', { listVisibility: 'showIfUnread' }),
    label('Waiting', { listVisibility: 'showIfUnread' }, 1),
    label('Parent', { listVisibility: 'hide' }),
    label('Parent/Child'),
    label('Shown/Secret', { listVisibility: 'hide' }),
  ];

  test('hide labels, or hide them while they have nothing unread, but no parent of a shown one', () => {
    expect(labelsIn(labels)).toEqual(['2 Parent', '3 Child', '2 Shown', '2 Waiting']);
  });

  test('and what is hidden stands under one line that unfolds', () => {
    expect(labelsIn(labels, { turned: unfolded }).slice(4)).toEqual(['3 Hidden', '3 Read', '3 Shown/Secret']);
  });
});

describe('the number beside an entry', () => {
  const labels = [
    system('INBOX', 7),
    system('DRAFT'),
    system('SENT', 5),
    system('CATEGORY_SOCIAL', 2),
    label('Work', {}, 3),
  ];
  const counts = (grouping: Listed['grouping']) =>
    Object.fromEntries(listed(labels, { grouping }).map(({ name, count }) => [name, count]));

  test('is of unread threads, of drafts all', () => {
    expect(counts('threads')).toMatchObject({ inbox: 7, drafts: 30, sent: 0, all: 0, social: 2, Work: 3 });
  });

  test('is of messages where those are listed', () => {
    expect(counts('messages')).toMatchObject({ inbox: 14, drafts: 40, sent: 0, all: 0, social: 4, Work: 6 });
  });
});

test('a label’s colour is a part of its entry', () => {
  const colour = { text: '#ffffff', background: '#16a766' };
  expect(listed([label('Work', { colour })]).find(({ name }) => name === 'Work')?.colour).toEqual(colour);
});

describe('the entry that is marked', () => {
  const saved = [{ name: 'From Amy', text: 'from:amy' }];
  const entries = listed([system('INBOX'), label('Work'), label('Work/Clients')], {
    searches: { saved, recent: ['in:sent', 'from:bob'] },
  });

  test.each([
    ['', 'in:inbox'],
    ['in:inbox', 'in:inbox'],
    ['in:inbox from:amy', 'in:inbox'],
    ['in:sent', 'in:sent'],
    ['label:Work', 'label:Work'],
    ['label:Work/Clients after:2026/01/01', 'label:Work/Clients'],
    ['from:amy', 'saved:From Amy'],
    ['from:bob', null],
    ['label:work-clients', 'label:Work/Clients'],
    ['label:"work/clients" has:attachment', 'label:Work/Clients'],
    ['IN:sent', 'in:sent'],
    ['label:Workshop', null],
    ['in:sent OR from:bob', null],
  ])('for %j is %s', (text, key) => {
    expect(currentKey(text, entries)).toBe(key);
  });

  test('is its list’s only where nothing narrows that down', () => {
    expect(entryFor('label:Work', entries)?.name).toBe('Work');
    expect(entryFor('label:Work from:amy', entries)).toBeNull();
  });

  test('is the same however its query is written', () => {
    expect(entryFor('label:work-clients', entries)?.key).toBe('label:Work/Clients');
    expect(entryFor('in:draft', entries)?.key).toBe('in:drafts');
  });
});

test('searches are listed, the recent ones last and not too many', () => {
  const recent = Array.from({ length: 50 }, (_, at) => `q${at}`);
  const entries = listed([], { searches: { saved: [{ name: 'One', text: 'a' }], recent } });
  expect(entries.filter(({ kind }) => kind === 'saved')).toMatchObject([{ name: 'One', query: 'a' }]);
  expect(entries.filter(({ kind }) => kind === 'recent').map(({ name }) => name)).toEqual(
    recent.slice(0, mostRecentSearches),
  );
});

test('every entry has a key of its own', () => {
  const labels = [label('in:inbox'), label('a'), label('a/b'), label('b')];
  const searches = { saved: [{ name: 'a', text: 'a' }], recent: ['a', 'in:inbox'] };
  const keys = listed(labels, { searches }).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

describe('rows show', () => {
  const labels = [system('INBOX'), label('Work'), label('Quiet', { messageVisibility: 'hide' })];

  test('a person’s own labels, unless Gmail hides them there', () => {
    expect([...shownLabels(labels, 'in:inbox').keys()]).toEqual(['id of Work']);
  });

  test('not the one whose list it is', () => {
    expect([...shownLabels(labels, 'label:Work').keys()]).toEqual([]);
    expect([...shownLabels(labels, 'label:work').keys()]).toEqual([]);
  });
});

describe('a key in the sidebar', () => {
  const labels = [label('Work'), label('Work/Clients')];
  const open = listed(labels);
  const work = open.findIndex(({ key }) => key === 'label:Work');
  const foldedWork = listed(labels, { turned: new Set(['label:Work']) });

  test('goes up and down, and stops at either end', () => {
    expect(step(open, 3, 'ArrowDown', 'ArrowRight')).toEqual({ to: 4 });
    expect(step(open, 0, 'ArrowUp', 'ArrowRight')).toEqual({ to: 0 });
    expect(step(open, open.length - 1, 'ArrowDown', 'ArrowRight')).toEqual({ to: open.length - 1 });
    expect(step(open, 3, 'End', 'ArrowRight')).toEqual({ to: open.length - 1 });
  });

  test('folds and unfolds, and goes to the parent and to the first child', () => {
    expect(step(open, work, 'ArrowLeft', 'ArrowRight')).toEqual({ turn: 'label:Work' });
    expect(step(foldedWork, work, 'ArrowRight', 'ArrowRight')).toEqual({ turn: 'label:Work' });
    expect(step(open, work, 'ArrowRight', 'ArrowRight')).toEqual({ to: work + 1 });
    expect(step(open, work + 1, 'ArrowLeft', 'ArrowRight')).toEqual({ to: work });
  });

  test('means the same the other way round in a mirrored window', () => {
    expect(step(open, work, 'ArrowRight', 'ArrowLeft')).toEqual({ turn: 'label:Work' });
    expect(step(open, work, 'ArrowLeft', 'ArrowLeft')).toEqual({ to: work + 1 });
  });

  test('of any other kind means nothing', () => {
    expect(step(open, 0, 'x', 'ArrowRight')).toBeNull();
  });
});
