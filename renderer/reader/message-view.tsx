// One message of those that are open: who wrote it, what is attached, and what stands in it.
import { memo } from 'react';
import type { Message } from '../../electron/contract/model.ts';
import { useAnswers } from '../asked.ts';
import { Attachments } from '../attachments/attachments.tsx';
import { Calendars } from '../calendars/calendars.tsx';
import { appearanceOf } from '../content/appearance.ts';
import { useBody } from '../content/bodies.ts';
import { MessageContent } from '../content/content.tsx';
import { useSender } from '../content/senders.ts';
import { ViewMenu } from '../content/view-menu.tsx';
import { useNestedLinks } from '../links/links.tsx';
import { MessageMenu } from '../message-menu/message-menu.tsx';
import { NestedMessages } from '../nested/nested-messages.tsx';
import { NestedParts } from '../nested/nested-parts.tsx';
import type { Marks } from '../search/marks.ts';
import { settings as settingsAnswers } from '../settings/settings.ts';
import { Envelope } from './envelope.tsx';
import styles from './reader.module.css';

/** What is shown of a message whose body did not come. */
const nothing = { parts: [], related: [] };

interface MessageViewProps {
  readonly message: Message;
  readonly marks: Marks;
  /** The first of its conversation: it quotes nothing that stands above. */
  readonly isFirst: boolean;
}

// Typing in the filter box must not lay out a long message anew with every letter.
export const MessageView = memo(function MessageView({ message, marks, isFirst }: MessageViewProps) {
  const email = message.from[0]?.email ?? '';
  const asked = useBody(message.id);
  const sender = useSender(email);
  const settings = useAnswers(settingsAnswers).value;
  const strict = settings?.strict ?? false;
  const appearance = appearanceOf(sender.choice, settings);
  const nestedLinks = useNestedLinks(message.id);
  return (
    <>
      <header className={styles['head']}>
        <div data-find="text">
          <Envelope message={message} marks={marks} />
        </div>
        <div className={styles['tools']}>
          <ViewMenu {...{ appearance, sender, email, strict }} />
          <MessageMenu message={message} />
        </div>
      </header>
      <Attachments
        messageId={message.id}
        attachments={message.attachments}
        content={asked.value ?? (asked.failure && nothing)}
        format={appearance.format}
      />
      {asked.value && <Calendars calendars={asked.value.calendars} />}
      <MessageContent {...{ message, asked, sender, appearance, isFirst, marks }} />
      {asked.value && (
        <NestedMessages messageId={message.id} nested={asked.value.nested} format={appearance.format}>
          {(nested) => (
            <NestedParts messageId={message.id} nested={nested} links={nestedLinks} appearance={appearance} />
          )}
        </NestedMessages>
      )}
    </>
  );
});
