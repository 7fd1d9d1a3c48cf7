import { describe, expect, test } from 'vitest';
import { createLinkOpening } from '../../../electron/desktop/link-opening.ts';

interface Given {
  readonly open?: (url: string) => Promise<void>;
  /** What the message says; absent: whatever is asked for. */
  readonly named?: readonly string[];
  readonly answer?: () => Promise<boolean>;
}

function opening({ open = async () => undefined, named, answer = async () => false }: Given = {}) {
  const opened: string[] = [];
  const asked: string[] = [];
  let now = 0;
  const { follow } = createLinkOpening({
    openExternal: (url) => {
      opened.push(url);
      return open(url);
    },
    names: async (messageId, url) => messageId === 'message' && (named?.includes(url) ?? true),
    confirm: (url) => {
      asked.push(url);
      return answer();
    },
    ticks: () => now,
  });
  return {
    openLink: (url: string) => follow(url, 'message'),
    follow,
    opened,
    asked,
    pass: (ms: number) => (now += ms),
  };
}

const notOpened = { failure: { kind: 'not-opened' } };

describe('a link', () => {
  test.each([
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['HTTP://Example.org', 'http://example.org/'],
    ['mailto:a@example.org?subject=Tea', 'mailto:a@example.org?subject=Tea'],
  ])('%s leaves through the system', async (url, expected) => {
    const { openLink, opened } = opening();
    await openLink(url);
    expect(opened).toEqual([expected]);
  });

  test.each([
    'file:///etc/passwd',
    'smb://host/share',
    'javascript:alert(1)',
    'data:text/html,x',
    'ms-msdt:/id',
    'vscode://x',
    'tel:+123',
    'app://bundle/index.html',
    'mail://0123/shell',
    '//example.org',
    'example.org',
    '',
    `https://example.org/${'x'.repeat(9_000)}`,
  ])('%s does not', async (url) => {
    const { openLink, opened } = opening();
    await expect(openLink(url)).rejects.toMatchObject(notOpened);
    expect(opened).toEqual([]);
  });

  test('takes no file along', async () => {
    const { openLink, opened } = opening();
    await openLink('mailto:a@example.org?attach=/etc/passwd&body=hi');
    expect(opened.join()).not.toContain('attach');
    expect(opened).toHaveLength(1);
  });

  test('is opened no more than once a second', async () => {
    const { openLink, opened, pass } = opening();
    for (let turn = 0; turn < 5; turn++) await openLink('https://example.org/');
    expect(opened).toHaveLength(1);
    pass(1_000);
    await openLink('https://example.org/');
    expect(opened).toHaveLength(2);
  });

  test('that no program takes is not opened', async () => {
    const { openLink } = opening({
      open: async () => {
        throw new Error('no browser');
      },
    });
    await expect(openLink('https://example.org/')).rejects.toMatchObject(notOpened);
  });
});

describe('an address that the message does not name', () => {
  const told = 'https://evil.example/?all=the-mail';
  const named = ['https://example.org/'];

  test('is asked about by the system, named in full, and stays closed unless somebody wants it', async () => {
    const { openLink, opened, asked } = opening({ named });
    await openLink(told);
    expect({ opened, asked }).toEqual({ opened: [], asked: [told] });
  });

  test('is opened where somebody wants it', async () => {
    const { openLink, opened } = opening({ named, answer: async () => true });
    await openLink(told);
    expect(opened).toEqual([told]);
  });

  test('is asked about, too, when another message names it', async () => {
    const { follow, opened, asked } = opening({ named });
    await follow('https://example.org/', 'another');
    expect({ opened, asked }).toEqual({ opened: [], asked: named });
  });

  test('is not even asked about where it could not be shown whole', async () => {
    const { openLink, opened, asked } = opening({ named, answer: async () => true });
    await expect(openLink(`${told}${'x'.repeat(2_000)}`)).rejects.toMatchObject(notOpened);
    expect({ opened, asked }).toEqual({ opened: [], asked: [] });
  });

  test('is asked about one at a time, whatever else is asked for meanwhile', async () => {
    const answered = Promise.withResolvers<boolean>();
    const { openLink, opened, asked, pass } = opening({ named, answer: () => answered.promise });
    const first = openLink(told);
    for (let turn = 0; turn < 3; turn++) {
      pass(1_000);
      await openLink(`${told}${turn}`);
      await openLink(named[0] ?? '');
    }
    answered.resolve(false);
    await first;
    expect({ opened, asked }).toEqual({ opened: [], asked: [told] });
  });

  test('is the control: one that it names is opened unasked', async () => {
    const { openLink, opened, asked } = opening({ named });
    await openLink('https://example.org/');
    expect({ opened, asked }).toEqual({ opened: named, asked: [] });
  });
});
