import { describe, expect, test } from 'vitest';
import { createLinkOpening } from '../../../electron/desktop/link-opening.ts';

function opening(open: (url: string) => Promise<void> = async () => undefined) {
  const opened: string[] = [];
  let now = 0;
  const openLink = createLinkOpening({
    openExternal: (url) => {
      opened.push(url);
      return open(url);
    },
    ticks: () => now,
  });
  return { openLink, opened, pass: (ms: number) => (now += ms) };
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
    const { openLink } = opening(async () => {
      throw new Error('no browser');
    });
    await expect(openLink('https://example.org/')).rejects.toMatchObject(notOpened);
  });
});
