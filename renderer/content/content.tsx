// What stands in a message, below who wrote it: asked for when the message is unfolded, with a line for whatever it lacks.
import type { Message } from '../../electron/contract/model.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { useLinks } from '../links/links.tsx';
import type { Marks } from '../search/marks.ts';
import { wording } from '../wording/wording.ts';
import type { Appearance } from './appearance.ts';
import type { useBody } from './bodies.ts';
import styles from './content.module.css';
import { isEmpty, lacksOf } from './lacks.ts';
import { Notes } from './lines.tsx';
import { Parts } from './parts.tsx';
import { RemoteLine } from './remote-line.tsx';
import type { Sender } from './senders.ts';
import { useRemote } from './use-remote.ts';

const words = wording.content;

interface MessageContentProps {
  readonly message: Message;
  readonly asked: ReturnType<typeof useBody>;
  readonly sender: Sender;
  readonly appearance: Appearance;
  /** The first of its conversation. */
  readonly isFirst: boolean;
  readonly marks: Marks;
}

export function MessageContent({ message, asked, sender, appearance, isFirst, marks }: MessageContentProps) {
  const { value: body, failure, again } = asked;
  const remote = useRemote(message, sender.choice);
  const links = useLinks(message);

  if (!body) {
    if (!failure) return <p className={styles['opening']}>{words.opening}</p>;
    return (
      <Complaint failure={failure}>
        {failure.kind !== 'gone' && <Button onClick={again}>{wording.actions.tryAgain}</Button>}
      </Complaint>
    );
  }
  const lacks = [...(body.complete ? [] : [words.incomplete]), ...lacksOf(body, message.attachments)];
  return (
    <div className={styles['content']}>
      {appearance.format === 'html' && (
        <RemoteLine
          {...remote}
          messageId={message.id}
          email={message.from[0]?.email ?? ''}
          onAlways={(always) => sender.change({ pictures: always || null })}
        />
      )}
      <Notes>{lacks}</Notes>
      {!isEmpty(body) && sender.known && (
        <Parts
          id={message.id}
          content={body}
          subject={message.subject}
          message={message}
          appearance={appearance}
          isFirst={isFirst}
          sought={marks.text}
          wanted={remote.wanted}
          links={links}
          onPictures={remote.onPictures}
        />
      )}
    </div>
  );
}
