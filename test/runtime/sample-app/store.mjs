// The database, in a worker thread: node:sqlite is synchronous and must not hold up the main process.
import { DatabaseSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';

const database = new DatabaseSync(':memory:');
database.exec(
  "create virtual table mail using fts5(subject); insert into mail values ('Invoice 7'), ('Holiday plans')",
);
const find = database.prepare('select subject from mail where mail match ?');
parentPort.on('message', ({ id, words }) => parentPort.postMessage({ id, rows: find.all(words) }));
