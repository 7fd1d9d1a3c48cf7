// What opens beside the button that calls it by `popoverTarget`. The browser closes it with Escape and by a click elsewhere.
import type { ComponentProps } from 'react';
import styles from './popover.module.css';

interface PopoverProps extends Omit<ComponentProps<'div'>, 'popover' | 'aria-label'> {
  readonly id: string;
  readonly name: string;
  /** Where it opens, and how large. */
  readonly className: string | undefined;
}

export function Popover({ name, className, ...rest }: PopoverProps) {
  return <div role="dialog" {...rest} popover="auto" aria-label={name} className={`${styles['box']} ${className}`} />;
}
