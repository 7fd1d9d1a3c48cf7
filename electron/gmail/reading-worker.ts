// The thread that reads messages. One question after the other; what it can't survive is its reader's to deal with.
import { parentPort } from 'node:worker_threads';
import type { FromWorker } from './reader.ts';
import { answer, type Question } from './reading.ts';

if (!parentPort) throw new Error('Messages are read in a worker thread');
const port = parentPort;

function reply(question: Question): FromWorker {
  try {
    return { ok: true, answer: answer(question) };
  } catch (error) {
    return { ok: false, error };
  }
}

port.on('message', (question: Question) => {
  const said = reply(question);
  const part = said.ok && said.answer.state === 'found' ? said.answer.part : undefined;
  port.postMessage(said, part?.state === 'bytes' ? [part.bytes.buffer] : []);
});
