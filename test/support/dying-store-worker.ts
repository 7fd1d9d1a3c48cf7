// A store's worker that opens and then dies: of a bug when it is asked for the position, silently of anything else.
import { parentPort } from 'node:worker_threads';
import type { Call } from '../../electron/store/protocol.ts';

parentPort?.on('message', ({ id, name }: Call) => {
  if (name === 'open') parentPort?.postMessage({ id, ok: true, value: { hasWords: true, rebuilt: false } });
  else if (name === 'position') throw new Error('a bug');
  else process.exit();
});
