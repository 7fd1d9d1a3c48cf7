// The places of a message's text, one after the other: as they were laid out, or as plain text.
import { useCallback, useMemo, useState } from 'react';
import type { BodyPart, Content } from '../../electron/contract/body.ts';
import type { Message } from '../../electron/contract/model.ts';
import type { Links } from '../links/links.tsx';
import { frameMarks } from '../search/frame-marks.ts';
import type { Sought } from '../search/matches.ts';
import { wording } from '../wording/wording.ts';
import { type Appearance, plainParts } from './appearance.ts';
import { HtmlPart } from './html-part.tsx';
import { Notes } from './lines.tsx';
import { PlainText } from './plain-text.tsx';
import type { PartPictures, Wanted } from './use-pictures.ts';

const words = wording.content;

interface PartsProps {
  /** Of the message; of the one around it where this one is attached. */
  readonly id: string;
  readonly content: Pick<Content, 'parts' | 'related'>;
  readonly subject: string;
  /** What is known of its text besides; null where it is attached to another. */
  readonly message: Pick<Message, 'text' | 'textFrom'> | null;
  readonly appearance: Appearance;
  readonly isFirst: boolean;
  readonly sought: readonly Sought[];
  /** Whether pictures that lie elsewhere are wanted, and for what. */
  readonly wanted: Wanted;
  readonly links: Links;
  readonly onPictures: (partId: string, pictures: PartPictures) => void;
}

const hasHtml = (part: BodyPart): part is BodyPart & { readonly html: string } => part.html !== null;

export function Parts(props: PartsProps) {
  const { id, content, subject, message, appearance, isFirst, sought, wanted, links, onPictures } = props;
  const { parts, related } = content;
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set());
  const onFailed = useCallback((partId: string) => setFailed((before) => new Set([...before, partId])), []);
  // Words that are marked anew lay a document out anew: only when they are others.
  const marksText = JSON.stringify(frameMarks(sought));
  const marks = useMemo(() => JSON.parse(marksText) as ReturnType<typeof frameMarks>, [marksText]);
  const plain = useMemo(() => plainParts(parts, message), [parts, message]);
  const wantsPlain = appearance.format === 'plain';
  const asText = { subject, isFirst, sought, links };

  if (wantsPlain && plain) return plain.map((part) => <PlainText key={part.partId} part={part} {...asText} />);
  return parts.map((part) => {
    if (hasHtml(part) && !wantsPlain && !failed.has(part.partId)) {
      return (
        <HtmlPart
          key={part.partId}
          {...{ id, part, related, appearance, marks, wanted, links, onPictures, onFailed }}
          folds={!isFirst}
          title={subject || wording.list.noSubject}
        />
      );
    }
    const instead = plainParts([part], message)?.[0];
    return (
      <div key={part.partId}>
        {failed.has(part.partId) && <Notes>{[words.notLaidOut]}</Notes>}
        {instead ? <PlainText part={instead} {...asText} /> : <Notes>{[words.htmlOnly]}</Notes>}
      </div>
    );
  });
}
