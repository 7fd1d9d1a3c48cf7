// Which language the window speaks. Another one loads the window again, and comes back here: by arrow keys each is chosen on the way.
import { useEffect, useRef } from 'react';
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { Complaint } from '../controls/complaint.tsx';
import { languages as others } from '../wording/catalogs.ts';
import { settings as settingsWords } from '../wording/settings.ts';
import { haveComeBack, loadAgain } from './opening.ts';
import { Setting } from './setting.tsx';
import { settings } from './settings.ts';

const words = settingsWords.language;
const all = ['en', ...others].sort();

/** As whoever speaks it calls it. */
const ownName = (tag: string) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

export function Language() {
  const { value } = useAnswers(settings);
  const { failure, run } = useAction();
  const box = useRef<HTMLSelectElement>(null);
  const isKnown = value !== undefined;
  // After the dialog has opened, which looks for somebody to focus itself.
  useEffect(() => {
    if (isKnown && haveComeBack()) queueMicrotask(() => box.current?.focus());
  }, [isKnown]);
  if (!value) return null;

  async function change(to: string) {
    const result = await run('settings.change', { language: to });
    if (result.ok) loadAgain();
  }

  return (
    <>
      <Setting name={words.name} note={words.note}>
        <select
          ref={box}
          aria-label={words.name}
          value={value.language}
          onChange={({ target }) => void change(target.value)}
        >
          <option value="system">{words.system}</option>
          {all.map((tag) => (
            <option key={tag} value={tag} lang={tag}>
              {ownName(tag)}
            </option>
          ))}
        </select>
      </Setting>
      {failure && <Complaint failure={failure} />}
    </>
  );
}
