// Where a client file is dropped or chosen. Knows nothing of what a client file is.
import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './steps.module.css';

interface DropZoneProps {
  readonly onDrop: (dropped: DataTransfer) => void;
  readonly children: (over: boolean) => ReactNode;
}

export function DropZone({ onDrop, children }: DropZoneProps) {
  const [over, setOver] = useState(false);

  function onDragOver(event: DragEvent) {
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  }

  function onDragLeave({ currentTarget, relatedTarget }: DragEvent) {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
  }

  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onDrop(event.dataTransfer);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one of three ways; the others are a button and a field.
    <div
      className={styles['drop']}
      data-over={over || undefined}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={dropped}
    >
      {children(over)}
    </div>
  );
}
