// A reader's thread that hangs at a message called `hang`, dies of one called `die`, and has a bug with one called `bug`.
import { parentPort } from 'node:worker_threads';
import { answer, type Question } from '../../electron/gmail/reading.ts';

parentPort?.on('message', (question: Question) => {
  const id = question.kind === 'message' ? question.id : '';
  while (id === 'hang');
  if (id === 'die') process.exit();
  if (id === 'bug') parentPort?.postMessage({ ok: false, error: new TypeError('x is undefined') });
  else parentPort?.postMessage({ ok: true, answer: answer(question) });
});
