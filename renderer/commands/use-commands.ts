// How a part of the window offers commands, and how keys come to them: wherever the focus is, unless something is being typed
// or something else has opened above the window.
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useAnswers } from '../asked.ts';
import { listen } from '../bridge.ts';
import { settings } from '../settings/settings.ts';
import { type Begun, keymapOf, meant } from './match.ts';
import { offer, type Run, runCommand } from './running.ts';
import { isModifier, isOfTheFocus, strokesOf, typesNothing } from './strokes.ts';
import { type CommandId, isCommand } from './table.ts';

export const isMac = /^Mac/.test(globalThis.navigator?.platform ?? '');

/** What is not named, or undefined, is left to others. */
export function useCommands(runs: Readonly<Partial<Record<CommandId, Run | undefined>>>): void {
  const run = useEffectEvent((id: CommandId) => runs[id]?.());
  const offers = Object.entries(runs)
    .flatMap(([id, does]) => (does ? [id] : []))
    .join(' ');
  useEffect(() => {
    const ids = offers.split(' ').filter(isCommand);
    const takeBack = ids.map((id) => offer(id, () => run(id)));
    return () => {
      for (const back of takeBack) back();
    };
  }, [offers]);
}

const plain = '[type="radio"], [type="checkbox"], [type="button"], [type="range"], [type="file"]';

/** Text fields keep their keys to themselves. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('textarea, select, [contenteditable], [role="combobox"]') || isTextField(target);
}

const isTextField = (target: HTMLElement) => target.matches('input') && !target.matches(plain);

/** What has opened above the window has all keys. */
function isCovered(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open], :popover-open')) return true;
  return target instanceof Element && target.closest('[role="menu"], [data-base-ui-portal]') !== null;
}

/** The list, or nothing. */
const isFree = (target: EventTarget | null) =>
  target === document.body || target === document || (target instanceof Element && target.matches('[data-takes-keys]'));

/** Once in a window. */
export function useKeys(): void {
  const changed = useAnswers(settings).value?.keys;
  const keymap = useMemo(() => keymapOf(changed ?? {}), [changed]);
  const begun = useRef<Begun | null>(null);

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isModifier(event.key) || isCovered(event.target)) return;
    const typing = isTyping(event.target);
    const strokes = strokesOf(event, isMac)
      .filter((stroke) => !typing || typesNothing(stroke))
      .filter((stroke) => !isOfTheFocus(stroke) || isFree(event.target));
    const { ids, begun: begins } = meant(strokes, keymap, begun.current, event.timeStamp);
    begun.current = begins;
    if (ids.some(runCommand)) event.preventDefault();
  });

  useEffect(
    () =>
      listen((event) => {
        if (event.name === 'command.run' && isCommand(event.id) && !isCovered(document.activeElement))
          runCommand(event.id);
      }),
    [],
  );
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
