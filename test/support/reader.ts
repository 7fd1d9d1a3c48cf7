// The reader of messages.
import { createReader, type Reader } from '../../electron/gmail/reader.ts';
import { readingWorker } from './workers.ts';

export const openTestReader = (): Reader => createReader({ workerUrl: readingWorker });
