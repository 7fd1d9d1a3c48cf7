// The buttons of a step that is done on a page of Google's: open it, and go on. The one that comes next is the main one.
import ExternalLink from 'lucide-react/icons/external-link';
import { useState } from 'react';
import type { ConsolePage, GuideStep } from '../../electron/contract/guide.ts';
import { guideSteps } from '../../electron/contract/guide.ts';
import { useAction } from '../action.ts';
import { Button } from '../controls/button.tsx';
import { Complaint } from '../controls/complaint.tsx';
import { guide as words } from '../wording/guide.ts';
import styles from './guide.module.css';
import type { Leading } from './leading.ts';
import { knownProject } from './project.ts';
import { Said } from './said.tsx';
import { stepNumber } from './use-guide.ts';

interface PageButtonsProps extends Leading {
  readonly step: GuideStep;
  readonly page: ConsolePage;
  /** As it is headed there. */
  readonly pageName: string;
  /** Where Google has named the project. */
  readonly project?: string | undefined;
  /** Instead of going on. */
  readonly onDone?: (() => void) | undefined;
  readonly doneName?: string;
}

export function PageButtons(props: PageButtonsProps) {
  const { guide, go, say, step, page, pageName, project, onDone, doneName = words.next } = props;
  const { busy, failure, run } = useAction();
  const [opened, setOpened] = useState(false);

  async function open() {
    const result = await run('guide.open', { page, project: knownProject(project ?? guide.project) });
    if (!result.ok) return;
    setOpened(true);
    say(words.opened);
  }

  return (
    <>
      {failure && <Complaint failure={failure} />}
      <Previous {...props} />
      {opened && <p className={styles['opened']}>{words.opened}</p>}
      <span className={styles['forward']}>
        <Button weight={opened ? 'plain' : 'main'} disabled={busy} onClick={open}>
          <span>
            <Said>{words.open(pageName)}</Said>
          </span>
          <ExternalLink size={14} aria-hidden="true" className={styles['arrow']} />
        </Button>
        <Button
          weight={opened ? 'main' : 'plain'}
          onClick={onDone ?? (() => go(guideSteps[stepNumber(step)] ?? 'connect'))}
        >
          {doneName}
        </Button>
      </span>
    </>
  );
}

export function Previous({ step, go }: Pick<Leading, 'go'> & { readonly step: GuideStep }) {
  const before = guideSteps[stepNumber(step) - 2];
  return (
    before && (
      <Button weight="quiet" onClick={() => go(before)}>
        {words.previous}
      </Button>
    )
  );
}
