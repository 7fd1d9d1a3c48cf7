import { describe, expect, test } from 'vitest';
import { consoleUrl } from '../../../electron/auth/console-pages.ts';
import { consolePages, guideSteps, projectShape, unbegun } from '../../../electron/contract/guide.ts';
import { guideShape } from '../../../electron/contract/guide-shape.ts';
import { isOtherProject, knownProject, typedProject } from '../../../renderer/guide/project.ts';
import { guide } from '../../../renderer/wording/guide.ts';
import { wording } from '../../../renderer/wording/wording.ts';

describe('a project ID', () => {
  test.each(['porthole-471213', 'abcdef', 'a12345', `a${'b'.repeat(29)}`, '123456789012'])('%s is one', (id) => {
    expect(knownProject(id)).toBe(id);
  });

  test.each([
    '',
    'Porthole',
    'my project',
    'short',
    '1porthole',
    'porthole-',
    `a${'b'.repeat(30)}`,
    'porthole&authuser=1',
    'porthole#x',
    'پروژه-من',
  ])('%j is none', (id) => {
    expect(knownProject(id)).toBeNull();
  });

  test('is found in an address of the console, and without the spaces that were copied along', () => {
    expect(typedProject('https://console.cloud.google.com/auth/clients?project=porthole-471213&hl=en')).toBe(
      'porthole-471213',
    );
    expect(typedProject('https://console.cloud.google.com/home?authuser=1&project=abcdef')).toBe('abcdef');
    expect(typedProject('  porthole-471213 \n')).toBe('porthole-471213');
    expect(typedProject('x'.repeat(400))).toHaveLength(64);
  });

  test('is compared with that of a file only where both are IDs', () => {
    expect(isOtherProject('porthole-1', 'porthole-2')).toBe(true);
    for (const [typed, ofFile] of [
      ['porthole-1', 'porthole-1'],
      ['porthole-1', null],
      ['', 'porthole-2'],
      ['No ID', 'porthole-2'],
      ['123456789012', 'porthole-2'],
    ] as const)
      expect(isOtherProject(typed, ofFile)).toBe(false);
  });
});

describe('a page of the console', () => {
  test.each(consolePages)('%s is on Google’s own host, with nothing but the project and the language', (page) => {
    const url = new URL(consoleUrl(page, 'porthole-471213'));
    expect(url.origin).toBe('https://console.cloud.google.com');
    expect(url.searchParams.get('project')).toBe(page === 'project' ? null : 'porthole-471213');
    expect([...url.searchParams.keys()].filter((name) => name !== 'project')).toEqual(['hl']);
    expect(new URL(consoleUrl(page, null)).searchParams.has('project')).toBe(false);
  });

  test('has room for no other address', () => {
    expect(projectShape.test('porthole\n-471213')).toBe(false);
    expect(projectShape.test('porthole/../evil')).toBe(false);
  });
});

describe('how far one has come', () => {
  test('begins at the first step', () => {
    expect(guideShape.parse(unbegun)).toEqual(unbegun);
    expect(unbegun.step).toBe(guideSteps[0]);
  });

  test.each([{}, { ...unbegun, step: 'elsewhere' }, { ...unbegun, project: 'x'.repeat(65) }])('%j is none', (kept) => {
    expect(guideShape.safeParse(kept).success).toBe(false);
  });
});

test('every failure that a step mends names a step, and its button says which', () => {
  const mended = [
    [{ kind: 'api-disabled' }, 'api'],
    [{ kind: 'signed-out', reason: 'testing-expiry' }, 'audience'],
    [{ kind: 'signed-out', reason: 'client-refused' }, 'client'],
    [{ kind: 'sign-in-abandoned', problem: 'client-refused' }, 'client'],
    [{ kind: 'sign-in-abandoned', problem: 'setup' }, 'client'],
  ] as const;
  for (const [failure, step] of mended) expect(wording.failure(failure).step).toBe(step);
  expect(guide.toStep('audience')).toBe('Step 4: Audience');
});

test('no text of the guide has a gap in it, and every mark of Google’s words is closed', () => {
  const texts: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  collect(guide);
  expect(texts.length).toBeGreaterThan(60);
  for (const text of texts) {
    expect(text).not.toMatch(/\{\{|undefined|^(?:later\.)?guide\./);
    expect(text.match(/<g>/g)?.length).toBe(text.match(/<\/g>/g)?.length);
  }
});
