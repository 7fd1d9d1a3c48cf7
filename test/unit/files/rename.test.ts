import { expect, test } from 'vitest';
import { rename, renameSync } from '../../../electron/files/rename.ts';

const refusal = (code: string) => Object.assign(new Error(code), { code });

/** Refuses as often as told, then does it. */
function refusing(times: number, code: string) {
  let asked = 0;
  return {
    asked: () => asked,
    once: () => {
      asked += 1;
      if (asked <= times) throw refusal(code);
    },
  };
}

const both = [
  [
    'rename',
    async (once: () => void, platform: NodeJS.Platform) => rename('a', 'b', { platform, once: async () => once() }),
  ],
  ['renameSync', async (once: () => void, platform: NodeJS.Platform) => renameSync('a', 'b', { platform, once })],
] as const;

for (const [name, run] of both) {
  test.each(['EPERM', 'EACCES', 'EBUSY'])(
    `${name} tries again what Windows refuses by %s for a moment`,
    async (code) => {
      const file = refusing(3, code);
      await run(file.once, 'win32');
      expect(file.asked()).toBe(4);
    },
  );

  test.each([
    ['linux', 'EPERM'],
    ['darwin', 'EACCES'],
    ['win32', 'ENOSPC'],
    ['win32', 'ENOENT'],
  ] as const)(`${name} on %s takes %s for an answer`, async (platform, code) => {
    const file = refusing(1, code);
    await expect(run(file.once, platform)).rejects.toMatchObject({ code });
    expect(file.asked()).toBe(1);
  });

  test(`${name} says in the end what the system says`, async () => {
    await expect(run(refusing(1_000, 'EBUSY').once, 'win32')).rejects.toMatchObject({ code: 'EBUSY' });
  });
}
