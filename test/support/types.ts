// Checks the types of every part with only that part's own ambient types: the pure parts see neither Node nor the DOM.
import { spawnSync } from 'node:child_process';

const parts = [
  'electron/contract',
  'electron/search',
  'electron/mail',
  'electron/mail/shell',
  'electron/mail/pdf',
  'electron',
  'packaging',
  'renderer',
  'test',
];
const failed = parts.filter((part) => spawnSync('tsc', ['--project', part], { stdio: 'inherit' }).status !== 0);
console.log(failed.length ? `types: ${failed.join(', ')} failed` : `types: ${parts.length} parts passed`);
process.exitCode = failed.length ? 1 : 0;
