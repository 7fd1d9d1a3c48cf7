// A button in one of three weights: the main one of a screen, a plain one, and one that keeps in the background.
import type { ComponentProps } from 'react';
import styles from './button.module.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  readonly weight?: 'main' | 'plain' | 'quiet';
}

export function Button({ weight = 'plain', ...rest }: ButtonProps) {
  return <button type="button" className={styles['button']} data-weight={weight} {...rest} />;
}
