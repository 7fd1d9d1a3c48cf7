// The heading of a screen that took the place of another: it takes the focus, which would be lost with the old one.
import { useEffect, useRef } from 'react';
import styles from './session.module.css';

export function Title({ children }: { readonly children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles['title']}>
      {children}
    </h1>
  );
}
