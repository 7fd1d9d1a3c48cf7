import path from 'node:path';
import { expect, test } from 'vitest';
import { message } from '../../support/messages.ts';
import { withTestStore } from '../../support/store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = temporaryFolder();
let files = 0;

const from = (name: string, email: string, more: Partial<ReturnType<typeof message>> = {}) =>
  message({ from: [{ name, email }], ...more });
const times = (count: number, make: () => ReturnType<typeof message>) => Array.from({ length: count }, make);

test('who is known by a name has written often, or was answered', () =>
  withTestStore(path.join(root, String(++files), 'mail.db'), async (store) => {
    const ada = () => from('Ada Lovelace', 'ada@engine.example');
    await store.apply({
      save: [
        ...times(5, ada),
        from('Ada Lovelace', 'ada@elsewhere.example'),
        from('Grace Hopper', 'grace@navy.example', { threadId: 'a1b2' }),
        from('Sam', 'sam@example.org', { threadId: 'a1b2', labelIds: ['SENT'] }),
        ...times(4, () => from('Once Seldom', 'seldom@shop.example')),
        ...times(9, () => from('Prince Rich', 'prince@spam.example', { labelIds: ['SPAM'] })),
        ...times(9, () => from('Support', 'support@shop.example')),
        ...times(6, () => from('山田太郎', 'taro@mail.example')),
      ],
    });
    const named = async (name: string) => (await store.read('named', { name })).map(({ email }) => email);
    expect(await named('ADA  Lovelace ')).toEqual(['ada@engine.example']);
    expect(await named('Grace Hopper')).toEqual(['grace@navy.example']);
    expect(await named('山田太郎')).toEqual(['taro@mail.example']);
    expect(await named('Once Seldom')).toEqual([]);
    expect(await named('Prince Rich')).toEqual([]);
    expect(await named('Support')).toEqual([]);
    expect(await named('')).toEqual([]);
    await store.apply({ save: times(4, () => from('Ada Lovelace', 'ada@elsewhere.example')) });
    expect(await named('Ada Lovelace')).toEqual(['ada@engine.example', 'ada@elsewhere.example']);
  }));
