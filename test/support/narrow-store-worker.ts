// The store's worker on a disk that has no more room than is written beside the database, in pages; any where nothing is.
import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

const { file } = workerData as { file: string };
const room = `${file}.room`;
const unlimited = 1_073_741_823;
const { exec } = DatabaseSync.prototype;

// SQLite itself says that the disk is full where a database would grow beyond max_page_count (sqlite.org/pragma.html).
DatabaseSync.prototype.exec = function (sql: string): void {
  if (sql.startsWith('BEGIN')) {
    const pages = existsSync(room) ? Number(readFileSync(room, 'utf8')) : unlimited;
    exec.call(this, `PRAGMA max_page_count = ${pages}`);
  }
  exec.call(this, sql);
};

await import('../../electron/store/worker.ts');
