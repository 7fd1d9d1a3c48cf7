// Records what is pressed: one key, or two in turn. Escape leaves it as it was, Backspace leaves the command without keys.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../controls/button.tsx';
import { wording } from '../wording/wording.ts';
import { strokesOf } from './strokes.ts';
import { isMac } from './use-commands.ts';

const words = wording.commands;
/** Long enough for a second key. */
const patienceMs = 1_000;

interface RecorderProps {
  /** Of the command. */
  readonly name: string;
  readonly onRecord: (keys: string) => void;
  readonly onNone: () => void;
}

export function Recorder({ name, onRecord, onNone }: RecorderProps) {
  const [recording, setRecording] = useState(false);
  const first = useRef<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  function end(recorded: string | null) {
    clearTimeout(waiting.current);
    first.current = null;
    setRecording(false);
    if (recorded !== null) onRecord(recorded);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!recording || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    const [stroke] = strokesOf(event.nativeEvent, isMac);
    if (stroke === undefined) return;
    if (stroke === 'Escape') end(null);
    // Whoever presses it then means that this was all.
    else if (stroke === 'Enter' && first.current !== null) end(first.current);
    else if (stroke === 'Backspace') {
      end(null);
      onNone();
    } else if (first.current !== null) end(`${first.current} ${stroke}`);
    else if (stroke.includes('+') && stroke !== '+') end(stroke);
    else {
      first.current = stroke;
      waiting.current = setTimeout(() => end(stroke), patienceMs);
    }
  }

  return (
    <Button
      weight="quiet"
      aria-label={recording ? words.recording : words.record(name)}
      onClick={() => setRecording(true)}
      onKeyDown={onKeyDown}
      onBlur={() => end(first.current)}
    >
      {recording ? words.recording : words.recordBriefly}
    </Button>
  );
}
