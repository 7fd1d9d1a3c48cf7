// Messages by hand, for tests of what is done with messages.
import type { Label, Message } from '../../electron/contract/model.ts';

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
    links: [],
    attachments: [],
    ...fields,
  };
}

export function label(id: string, name: string): Label {
  return { id, name, type: 'user', listVisibility: 'show', messageVisibility: 'show', colour: null };
}
