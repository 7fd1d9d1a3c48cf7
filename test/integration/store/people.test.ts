import path from 'node:path';
import { expect, test } from 'vitest';
import { message } from '../../support/messages.ts';
import { withTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;

const from = (name: string, email: string) => message({ from: [{ name, email }] });

test('people are found by how their name or address begins; who writes often or lately comes first', () =>
  withTestStore(path.join(root, String(++files), 'mail.db'), async (store) => {
    const mail = [
      from('Old Friend', 'old@friend.example'),
      ...Array.from({ length: 3 }, () => from('Zoë Friedman', 'zoe@shop.example')),
      ...Array.from({ length: 8 }, () => from('', 'noreply@friends.example')),
      from('Frida "OR" in:spam 🙂', 'frida@home.example'),
      from('Nobody', 'not an address'),
    ];
    await store.apply({ save: mail });
    const found = async (text: string, limit = 8) =>
      (await store.read('people', { text, limit })).map(({ email }) => email);
    expect(await found('fri')).toEqual([
      'noreply@friends.example',
      'frida@home.example',
      'zoe@shop.example',
      'old@friend.example',
    ]);
    expect(await found('zoe')).toEqual(['zoe@shop.example']);
    expect(await found('ZOË fried')).toEqual(['zoe@shop.example']);
    expect(await found('shop')).toEqual(['zoe@shop.example']);
    expect(await found('iedman')).toEqual([]);
    expect(await found('nobody')).toEqual([]);
    expect(await found('', 1)).toEqual(['noreply@friends.example']);
    // Who writes for the first time is known at once.
    await store.apply({ save: [from('Frieda', 'frieda@new.example')] });
    expect(await found('fried')).toContain('frieda@new.example');
  }));
