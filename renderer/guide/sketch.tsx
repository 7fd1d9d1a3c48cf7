// The parts of which a sketch of a page of Google's is drawn. What is to be pressed or filled in has the number of the
// instruction that says so. Never mirrored: the page that it stands for is not.
import type { ReactNode } from 'react';
import { number } from '../wording/format.ts';
import styles from './sketch.module.css';

interface Marked {
  /** Of the instruction. */
  readonly mark?: number;
}

interface SketchProps {
  readonly label: string;
  readonly address: string;
  readonly children: ReactNode;
}

export function Sketch({ label, address, children }: SketchProps) {
  return (
    <div role="img" aria-label={label} lang="en" dir="ltr" className={styles['sketch']}>
      <div className={styles['address']}>
        <span>{address}</span>
      </div>
      <div className={styles['page']}>{children}</div>
    </div>
  );
}

export function Badge({ children }: { readonly children: number }) {
  return (
    <span aria-hidden="true" className={styles['badge']}>
      {number(children)}
    </span>
  );
}

function Around({ mark, children }: Marked & { readonly children: ReactNode }) {
  return (
    <span className={styles['around']} data-marked={mark !== undefined || undefined}>
      {children}
      {mark !== undefined && <Badge>{mark}</Badge>}
    </span>
  );
}

export function Press({ mark, weight = 'plain', children }: Marked & { weight?: 'main' | 'plain'; children: string }) {
  return (
    <Around {...(mark !== undefined && { mark })}>
      <span className={styles['press']} data-weight={weight}>
        {children}
      </span>
    </Around>
  );
}

export function Field({ mark, name, value }: Marked & { readonly name: string; readonly value?: string }) {
  return (
    <Around {...(mark !== undefined && { mark })}>
      <span className={styles['field']}>
        <small>{name}</small>
        <span>{value ?? '\u00a0'}</span>
      </span>
    </Around>
  );
}

export function Pick({
  mark,
  as,
  picked = true,
  children,
}: Marked & { readonly as: 'radio' | 'tick'; readonly picked?: boolean; readonly children: string }) {
  return (
    <Around {...(mark !== undefined && { mark })}>
      <span className={styles['pick']}>
        <span className={styles['dot']} data-as={as} data-picked={picked || undefined} />
        {children}
      </span>
    </Around>
  );
}

export function Words({ mark, children }: Marked & { readonly children: string }) {
  return (
    <Around {...(mark !== undefined && { mark })}>
      <span className={styles['words']}>{children}</span>
    </Around>
  );
}

export const Heading = ({ children }: { readonly children: string }) => (
  <span className={styles['heading']}>{children}</span>
);

/** Text that does not matter. */
export const Lines = () => (
  <span className={styles['lines']}>
    <span />
    <span />
  </span>
);

export const Row = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles['row']}>{children}</span>
);

export const Box = ({ children }: { readonly children: ReactNode }) => (
  <span className={styles['box']}>{children}</span>
);

interface MenuProps {
  readonly entries: readonly string[];
  readonly current: string;
  readonly children: ReactNode;
}

/** The page with the menu at its side. */
export function Menu({ entries, current, children }: MenuProps) {
  return (
    <span className={styles['menu']}>
      <span className={styles['entries']}>
        {entries.map((entry) => (
          <span key={entry} data-current={entry === current || undefined}>
            {entry}
          </span>
        ))}
      </span>
      <span className={styles['beside']}>{children}</span>
    </span>
  );
}
