// One document of a message as it was laid out, in a frame of its own while it is near; its text where that can't be.
import { useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { BodyPart, RelatedPart } from '../../electron/contract/body.ts';
import type { Cut, Mark } from '../../electron/mail/frame.ts';
import { FindContext, frameKey } from '../finding/find-context.ts';
import type { Links } from '../links/links.tsx';
import { Framed, type FramedOptions } from '../reader/framed.tsx';
import { wording } from '../wording/wording.ts';
import type { Appearance } from './appearance.ts';
import styles from './content.module.css';
import { Notes } from './lines.tsx';
import { useDark } from './use-dark.ts';
import { useNear } from './use-near.ts';
import { type PartPictures, usePictures, type Wanted } from './use-pictures.ts';

const words = wording.content;

interface HtmlPartProps {
  /** Of the message. */
  readonly id: string;
  readonly part: BodyPart & { readonly html: string };
  readonly related: readonly RelatedPart[];
  readonly appearance: Appearance;
  /** What earlier messages may have said is folded away. */
  readonly folds: boolean;
  readonly marks: readonly Mark[];
  readonly wanted: Wanted;
  readonly links: Links;
  readonly title: string;
  readonly onPictures: (partId: string, pictures: PartPictures) => void;
  readonly onFailed: (partId: string) => void;
}

interface Said {
  readonly cut: readonly Cut[];
  readonly hidden: boolean;
}

const nothingSaid: Said = { cut: [], hidden: false };

export function HtmlPart(props: HtmlPartProps) {
  const { id, part, related, appearance, folds, marks, wanted, links, title, onPictures, onFailed } = props;
  const { colours, zoom, fits } = appearance;
  const { partId } = part;
  const box = useRef<HTMLDivElement>(null);
  const dark = useDark();
  const { near, height } = useNear(box);
  const [said, setSaid] = useState(nothingSaid);
  const { onView, onBlocked, pictures } = usePictures(
    wanted,
    useCallback((now: PartPictures) => onPictures(partId, now), [onPictures, partId]),
  );

  const key = frameKey(id, partId);
  const { text, current, onFound } = useContext(FindContext);
  const index = current?.key === key ? current.index : -1;
  const find = useMemo(() => ({ text, index }), [text, index]);

  const options = useMemo(
    (): FramedOptions => ({
      related: related.map(({ contentId, partId: place }) => [contentId, place]),
      pictures: (pictures ?? []).flatMap(({ url, path }) => (path === null ? [] : [[url, path] as const])),
      colours,
      dark,
      zoom,
      fits,
      quoted: folds ? '•••' : '',
      marks,
    }),
    [related, pictures, colours, dark, zoom, fits, folds, marks],
  );

  return (
    <>
      <div
        ref={box}
        className={styles['framed']}
        data-find={near ? 'frame' : 'asleep'}
        data-key={key}
        data-message={id}
        style={near || height === null ? undefined : { blockSize: height }}
      >
        {near && (
          <Framed
            {...{ id, html: part.html, options, title, find, onView, onBlocked }}
            onShown={setSaid}
            onLink={links.onLink}
            onHover={links.onHover}
            onFound={(found) => onFound(key, found)}
            onFailed={() => onFailed(partId)}
          />
        )}
      </div>
      <Notes>{[...said.cut.map((cut) => words.cut[cut]), ...(said.hidden ? [words.hidden] : [])]}</Notes>
    </>
  );
}
