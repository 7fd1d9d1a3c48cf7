import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

async function run(mode: 'porthole' | 'library') {
  const env = { ...process.env, GOOGLE_SDK_NODE_LOGGING: 'all' };
  const child = fork(path.join(import.meta.dirname, 'quiet-child.ts'), [mode], { silent: true, env, execArgv: [] });
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  const asked = once(child, 'message').then(([paths]) => paths);
  const [code] = await once(child, 'close');
  return { said, code, asked: code === 0 ? await asked : [] };
}

test('nothing is printed, even where the library is told to log', async () => {
  const { said, code, asked } = await run('porthole');
  expect({ said, code }).toEqual({ said: '', code: 0 });
  expect(asked).toEqual(['/token', '/token', '/mail', '/token', '/revoke']);
});

test('the library alone would have printed the tokens', async () => {
  const { said } = await run('library');
  expect(said).toContain('ya29.loud');
});
