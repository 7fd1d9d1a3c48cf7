// Reads messages in a worker thread and outlives it: what makes the thread hang or die is unreadable, and the next message
// has a new one. Knows nothing of mail.
import { Worker } from 'node:worker_threads';
import { FailureError } from '../contract/failure.ts';
import type { FoundPart } from './part-bytes.ts';
import type { Answer, PartQuestion, Question, Reading, ReadingQuestion } from './reading.ts';
import { UnreadableReply } from './unreadable.ts';

export interface Reader {
  /** Takes the bytes away from whoever asks. Throws `unexpected-reply`, an UnreadableReply, or a bug as it is. */
  readonly read: (question: ReadingQuestion) => Promise<readonly Reading[]>;
  /** Likewise; `gone` where the message has no such part. */
  readonly find: (question: PartQuestion) => Promise<FoundPart>;
  /** What is still to be read is cancelled. */
  readonly close: () => Promise<void>;
}

export interface ReaderOptions {
  readonly workerUrl: URL;
  /** What takes longer will never be read. */
  readonly limitMs?: number;
}

export type FromWorker =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly error: unknown };

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** A hundred times what the largest message takes. */
const usualLimitMs = 20_000;

/** The thread starts with the first message and ends with `close`. */
export function createReader({ workerUrl, limitMs = usualLimitMs }: ReaderOptions): Reader {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let current: Waiting | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const settle = (finish: (waiting: Waiting) => void) => {
    clearTimeout(timer);
    const settled = current;
    current = undefined;
    if (settled) finish(settled);
    proceed();
  };

  const onReply = (reply: FromWorker) =>
    settle(({ resolve, reject }) => {
      if (!reply.ok) reject(reply.error);
      else if (reply.answer.state === 'stranger') reject(new FailureError({ kind: 'unexpected-reply' }));
      else if (reply.answer.state === 'unreadable') reject(new UnreadableReply({}));
      else if (reply.answer.state === 'gone') reject(new FailureError({ kind: 'gone' }));
      else resolve(reply.answer);
    });

  /** The message at hand has ended the thread, or has been given up. */
  const lose = (lost: Worker, cause: unknown) => {
    if (worker !== lost) return;
    worker = undefined;
    void lost.terminate();
    settle(({ reject }) => reject(new UnreadableReply({ cause })));
  };

  const start = (): Worker => {
    const started = new Worker(workerUrl, { name: 'reading' });
    // It holds no process open: whoever waits for a message does.
    started.unref();
    started.on('message', onReply);
    started.on('error', (error) => lose(started, error));
    started.on('exit', () => lose(started, new Error('The thread has ended')));
    return started;
  };

  const proceed = () => {
    if (closed || current) return;
    current = queue.shift();
    if (!current) return;
    worker ??= start();
    const asked = worker;
    timer = setTimeout(() => lose(asked, new Error('The message took too long')), limitMs);
    const { question } = current;
    worker.postMessage(question, question.kind === 'again' ? [] : [question.bytes]);
  };

  const ask = (question: Question): Promise<Answer> =>
    new Promise((resolve, reject) => {
      queue.push({ question, resolve, reject });
      proceed();
    });

  return {
    read: async (question) => {
      const answer = await ask(question);
      return answer.state === 'read' ? answer.readings : [];
    },
    find: async (question) => {
      const answer = await ask(question);
      if (answer.state === 'found') return answer.part;
      throw new UnreadableReply({});
    },
    close: async () => {
      closed = true;
      clearTimeout(timer);
      const cancelled = new DOMException('The reader is closed', 'AbortError');
      for (const { reject } of [...(current ? [current] : []), ...queue.splice(0)]) reject(cancelled);
      current = undefined;
      const ending = worker;
      worker = undefined;
      await ending?.terminate();
    },
  };
}
