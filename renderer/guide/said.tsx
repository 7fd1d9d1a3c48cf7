// A text in which Google's own words stand out: `<g>…</g>` around them. They stay English, and run from left to right.
import styles from './steps.module.css';

export function Said({ children }: { readonly children: string }) {
  const pieces = children.split(/<g>(.*?)<\/g>/);
  return pieces.map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
      <b key={index} lang="en" dir="ltr" className={styles['google']}>
        {piece}
      </b>
    ),
  );
}
