// Exports all that the list lists, as mbox. How far that is stands in the status line.
import FolderDown from 'lucide-react/icons/folder-down';
import type { Search } from '../../electron/contract/search.ts';
import { useAction } from '../action.ts';
import toolbar from '../search/toolbar.module.css';
import { wording } from '../wording/wording.ts';
import { startExport } from './exports.ts';

const words = wording.message.exports;

export function ExportSearch({ toSearch }: { readonly toSearch: () => Search }) {
  const { busy, failure, run } = useAction();
  return (
    <>
      {failure && <span role="alert">{wording.failure(failure).sentence}</span>}
      <button
        type="button"
        disabled={busy}
        className={toolbar['switch']}
        aria-label={words.search}
        title={words.search}
        onClick={() => void startExport({ search: toSearch() }, run)}
      >
        <FolderDown size={15} aria-hidden="true" />
      </button>
    </>
  );
}
