// A button in one of three weights: the main one of a screen, a plain one, and one that keeps in the background.
import type { ComponentProps } from 'react';
import styles from './button.module.css';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'type'> {
  readonly weight?: 'main' | 'plain' | 'quiet';
  /** `submit`: Enter in a field of its form presses it. */
  readonly type?: 'button' | 'submit';
}

/** What can't be pressed for the moment keeps the focus: one that is `disabled` would lose it, and the next key with it. */
export function Button({ weight = 'plain', type = 'button', disabled = false, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={styles['button']}
      data-weight={weight}
      aria-disabled={disabled || undefined}
      onClick={disabled ? (event) => event.preventDefault() : onClick}
      {...rest}
    />
  );
}
