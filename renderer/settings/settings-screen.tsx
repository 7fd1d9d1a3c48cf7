// The settings: a list of sections at the side and the chosen one beside it; in a narrow window one below the other.
import { Tabs } from '@base-ui/react/tabs';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { settings as settingsWords } from '../wording/settings.ts';
import { closeSettings, haveComeBack, openSettings, type SectionId } from './opening.ts';
import { sections } from './sections.ts';
import styles from './settings-screen.module.css';

const words = settingsWords;

const narrow = matchMedia('(max-width: 639px)');
const onNarrow = (listener: () => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

export function SettingsScreen({ opened }: { readonly opened: SectionId }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isNarrow = useSyncExternalStore(onNarrow, () => narrow.matches);
  // Not where they are closed, which comes first; and not before the tabs know their places (Base UI, `TabsTab`): it counts from
  // the first for whoever has the focus by then.
  useEffect(
    () =>
      queueMicrotask(() => {
        const tab = dialog.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
        if (!haveComeBack()) tab?.focus();
      }),
    [],
  );
  const shown = sections.find(({ id }) => id === opened) ?? sections[0];

  return (
    <Dialog
      box={dialog}
      title={words.title}
      size="middle"
      onClose={closeSettings}
      tools={<Button onClick={() => dialog.current?.close()}>{words.close}</Button>}
    >
      <Tabs.Root
        className={styles['screen']}
        orientation={isNarrow ? 'horizontal' : 'vertical'}
        value={shown?.id}
        onValueChange={(id: SectionId) => openSettings(id)}
      >
        <Tabs.List className={styles['sections']} activateOnFocus aria-label={words.list}>
          {sections.map(({ id, name }) => (
            <Tabs.Tab key={id} value={id} className={styles['section']}>
              {name}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sections.map(({ id, name, Content }) => (
          <Tabs.Panel key={id} value={id} className={styles['content']}>
            <h3>{name}</h3>
            <Content />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
