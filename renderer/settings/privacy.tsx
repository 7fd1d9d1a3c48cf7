// What mail may do, and what is remembered of what was looked for.
import { useAction } from '../action.ts';
import { useAnswers } from '../asked.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { EraseEverything } from '../erasing/erase-everything.tsx';
import { LockSetting } from '../lock/lock-setting.tsx';
import { noSearches, searches as searchAnswers } from '../search/searches.ts';
import { session as sessionAnswers } from '../session/session.ts';
import { erase } from '../wording/guarding.ts';
import { settings as settingsWords } from '../wording/settings.ts';
import { wording } from '../wording/wording.ts';
import { Fixed } from './fixed.tsx';
import { Check, Setting } from './setting.tsx';
import { settings } from './settings.ts';
import { TrustedSenders } from './trusted-senders.tsx';

const words = settingsWords.privacy;

export function Privacy() {
  const { value } = useAnswers(settings);
  const { value: searches } = useAnswers(searchAnswers);
  const { busy, failure, run } = useAction();
  const isOpen = Boolean(useAnswers(sessionAnswers).value?.account);
  const { recent } = searches ?? noSearches;
  return (
    <>
      <Check
        name={wording.strict.name}
        note={words.strictNote}
        on={value?.strict ?? false}
        onTurn={(strict) => run('settings.change', { strict })}
      />
      <Fixed what="pictures" />
      {isOpen && <TrustedSenders />}
      <Setting name={words.recent} note={recent.length > 0 ? words.recentNote(recent.length) : words.noRecent}>
        <Button disabled={busy || recent.length === 0} onClick={() => run('searches.clearRecent', {})}>
          {words.clearRecent}
        </Button>
      </Setting>
      <LockSetting />
      <Setting name={erase.name} note={erase.note}>
        <EraseEverything />
      </Setting>
      {failure && <Complaint failure={failure} />}
    </>
  );
}
