// Keeps the query that is looked at, under a name. It then stands in the sidebar.
import BookmarkPlus from 'lucide-react/icons/bookmark-plus';
import { type SubmitEvent, useEffect, useId, useRef } from 'react';
import { longestSearchName } from '../../electron/contract/search.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { Popover } from '../controls/popover.tsx';
import { wording } from '../wording/wording.ts';
import styles from './search.module.css';
import toolbar from './toolbar.module.css';

const words = wording.saveSearch;

export function SaveSearch({ text }: { readonly text: string }) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const { busy, failure, run } = useAction();

  // React would focus the field now; the attribute does so whenever the popover opens, before the next key.
  useEffect(() => name.current?.setAttribute('autofocus', ''), []);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    const typed = name.current?.value.trim() || text.trim().slice(0, longestSearchName);
    const result = await run('searches.save', { name: typed, text: text.trim() });
    if (result.ok) popover.current?.hidePopover();
  }

  return (
    <>
      <button type="button" popoverTarget={id} className={toolbar['switch']} aria-label={words.name} title={words.name}>
        <BookmarkPlus size={15} aria-hidden="true" />
      </button>
      <Popover
        ref={popover}
        id={id}
        name={words.name}
        className={styles['saving']}
        onBeforeToggle={() => form.current?.reset()}
      >
        <form ref={form} onSubmit={save}>
          <label>
            {words.under}
            <input ref={name} type="text" dir="auto" maxLength={longestSearchName} placeholder={text.trim()} />
          </label>
          {failure && <Complaint failure={failure} />}
          <Button type="submit" weight="main" disabled={busy}>
            {words.save}
          </Button>
        </form>
      </Popover>
    </>
  );
}
