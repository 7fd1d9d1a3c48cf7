// The generated mailbox, put into a fake Google.
import type { Mailbox } from '../google/mailbox.ts';
import { toEml } from '../support/eml.ts';
import { benchMailbox } from './mailbox/mailbox.ts';
import { wireOf } from './mailbox/wire.ts';

export function fillGoogle(mailbox: Mailbox, count: number): void {
  const mail = benchMailbox(count);
  const labelIds = new Map(
    mail.labels.flatMap(({ id, name, type }) => (type === 'user' ? [[id, mailbox.addLabel(name)] as const] : [])),
  );
  for (const message of mail.oldestFirst()) {
    mailbox.add({
      raw: toEml(wireOf(message)),
      internalDate: message.receivedAt,
      labelIds: message.labelIds.map((id) => labelIds.get(id) ?? id),
    });
  }
}
