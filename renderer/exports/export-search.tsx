// Exports all that the list lists, as mbox. How far that is stands in the status line.
import FolderDown from 'lucide-react/icons/folder-down';
import type { Search } from '../../electron/contract/search.ts';
import { useAction } from '../action.ts';
import toolbar from '../search/toolbar.module.css';
import { wording } from '../wording/wording.ts';
import { waiting } from './exports.ts';

const words = wording.message.exports;

export function ExportSearch({ toSearch }: { readonly toSearch: () => Search }) {
  const { busy, failure, run } = useAction();
  async function start() {
    const result = await run('export.start', { search: toSearch() });
    if (result.ok && result.value) waiting.set(true);
  }
  return (
    <>
      {failure && <span role="alert">{wording.failure(failure).sentence}</span>}
      <button
        type="button"
        disabled={busy}
        className={toolbar['switch']}
        aria-label={words.search}
        title={words.search}
        onClick={() => void start()}
      >
        <FolderDown size={15} aria-hidden="true" />
      </button>
    </>
  );
}
