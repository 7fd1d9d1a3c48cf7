// The labels of a row, in Gmail's colours: two of them, and how many there are besides.
import { listed } from '../wording/translate.ts';
import { wording } from '../wording/wording.ts';
import styles from './labels.module.css';
import type { ShownLabels } from './shown.ts';

interface TagsProps {
  readonly labelIds: readonly string[];
  readonly shown: ShownLabels;
}

const mostTags = 2;

export function Tags({ labelIds, shown }: TagsProps) {
  const tags = labelIds.flatMap((id) => {
    const label = shown.get(id);
    return label ? [{ id, ...label }] : [];
  });
  if (tags.length === 0) return null;
  const rest = tags.slice(mostTags);
  return (
    <span className={styles['tags']}>
      {tags.slice(0, mostTags).map(({ id, name, ground, ink }) => (
        <bdi key={id} className={styles['tag']} title={name} data-ground={ground} data-ink={ink}>
          {name.split('/').at(-1)}
        </bdi>
      ))}
      {rest.length > 0 && (
        <span className={styles['more']} title={listed(rest.map(({ name }) => name))}>
          <bdi>{wording.labels.others(rest.length)}</bdi>
        </span>
      )}
    </span>
  );
}
