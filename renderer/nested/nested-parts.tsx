// The texts of an attached message, shown as those of any other; but nothing in it that lies elsewhere is ever wanted.
import type { NestedMessage } from '../../electron/contract/body.ts';
import type { Appearance } from '../content/appearance.ts';
import { lacksOf } from '../content/lacks.ts';
import { Notes } from '../content/lines.tsx';
import { Parts } from '../content/parts.tsx';
import type { Links } from '../links/links.tsx';

const never = null;
const nothingSought = [] as const;
const nobodyCounts = () => {};

interface NestedPartsProps {
  readonly messageId: string;
  readonly nested: NestedMessage;
  readonly appearance: Appearance;
  readonly links: Links;
}

export function NestedParts({ messageId, nested, appearance, links }: NestedPartsProps) {
  return (
    <>
      <Notes>{lacksOf(nested, nested.attachments)}</Notes>
      <Parts
        id={messageId}
        content={nested}
        subject={nested.subject}
        message={null}
        appearance={appearance}
        isFirst={true}
        sought={nothingSought}
        wanted={never}
        links={links}
        onPictures={nobodyCounts}
      />
    </>
  );
}
