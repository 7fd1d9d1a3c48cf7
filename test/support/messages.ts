// Messages by hand, for tests of what is done with messages.
import type { Message } from '../../electron/contract/model.ts';

let count = 0;

export function message(fields: Partial<Message> = {}): Message {
  const serial = ++count;
  return {
    id: `m${serial}`,
    threadId: `t${serial}`,
    labelIds: ['INBOX'],
    receivedAt: 1_767_567_600_000 + serial * 1_000,
    sizeBytes: 1_000,
    snippet: '',
    subject: '',
    from: [],
    to: [],
    cc: [],
    bcc: [],
    replyTo: [],
    headers: [],
    text: '',
    textFrom: 'plain',
    attachments: [],
    ...fields,
  };
}
