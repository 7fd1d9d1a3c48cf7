// A folder for the tests of one file, gone after them.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'porthole-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
