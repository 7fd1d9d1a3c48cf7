// A message's plain text, with what was looked for marked. It came by mail: text nodes only, each with a direction of its own.
import { memo, useMemo, useState } from 'react';
import { type Paragraph, plainBody, type TextBlock } from '../../electron/mail/plain-text.ts';
import { Button } from '../controls/button.tsx';
import type { Links } from '../links/links.tsx';
import { Marked } from '../search/marked.tsx';
import type { Sought } from '../search/matches.ts';
import { wording } from '../wording/wording.ts';
import type { PlainPart } from './appearance.ts';
import styles from './content.module.css';
import { Notes } from './lines.tsx';
import { rangesByToken, type TokenRanges } from './token-ranges.ts';

const words = wording.content;

/** Laying out megabytes would stall the window: more is shown when it is asked for. */
const atFirst = { characters: 200_000, lines: 5_000 };

interface PlainTextProps {
  readonly part: PlainPart;
  readonly subject: string;
  /** Nothing came before it that it could quote. */
  readonly isFirst: boolean;
  readonly sought: readonly Sought[];
  readonly links: Links;
}

export const PlainText = memo(function PlainText({ part, subject, isFirst, sought, links }: PlainTextProps) {
  const [whole, setWhole] = useState(false);
  const { plain, flowed, delSp } = part;
  const body = useMemo(
    () => plainBody(plain, { flowed, delSp }, { subject, isFirst, ...(whole ? {} : { limits: atFirst }) }),
    [plain, flowed, delSp, subject, isFirst, whole],
  );
  const ranges = useMemo(() => rangesByToken([...body.blocks, ...body.history], sought), [body, sought]);

  return (
    <div className={styles['text']} data-find="text">
      <Blocks blocks={body.blocks} ranges={ranges} links={links} />
      {body.history.length > 0 && (
        <details className={styles['quoted']}>
          <summary aria-label={words.quoted} title={words.quoted}>
            •••
          </summary>
          <Blocks blocks={body.history} ranges={ranges} links={links} />
        </details>
      )}
      {body.isCut && !whole && <Button onClick={() => setWhole(true)}>{words.rest}</Button>}
      {body.isCut && whole && <Notes>{[words.textCut]}</Notes>}
    </div>
  );
});

interface BlocksProps {
  readonly blocks: readonly TextBlock[];
  readonly ranges: TokenRanges;
  readonly links: Links;
}

const Blocks = memo(function Blocks({ blocks, ranges, links }: BlocksProps) {
  return blocks.map(({ depth, isSignature, paragraphs }, at) => {
    const lines = paragraphs.map((paragraph, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes.
      <Line key={place} paragraph={paragraph} ranges={ranges} links={links} />
    ));
    return depth > 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes.
      <blockquote key={at} dir="auto" data-depth={depth}>
        {lines}
      </blockquote>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes.
      <div key={at} data-signature={isSignature || undefined}>
        {lines}
      </div>
    );
  });
});

interface LineProps {
  readonly paragraph: Paragraph;
  readonly ranges: TokenRanges;
  readonly links: Links;
}

function Line({ paragraph, ranges, links: { onLink, onHover } }: LineProps) {
  if (paragraph.length === 0) return <p className={styles['blank']} />;
  return (
    <p dir="auto">
      {paragraph.map((token, at) => {
        const text = <Marked text={token.text} ranges={ranges.get(token) ?? []} />;
        // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes.
        if (token.kind === 'text') return <span key={at}>{text}</span>;
        const follow = (event: { preventDefault: () => void }) => {
          event.preventDefault();
          onLink({ href: token.url, texts: [token.text], cut: false });
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text of a message never changes.
          <bdi key={at} dir="ltr">
            <a
              href={token.url}
              draggable={false}
              onClick={follow}
              onAuxClick={follow}
              onPointerEnter={() => onHover(token.url)}
              onPointerLeave={() => onHover(null)}
              onFocus={() => onHover(token.url)}
              onBlur={() => onHover(null)}
            >
              {text}
            </a>
          </bdi>
        );
      })}
    </p>
  );
}
