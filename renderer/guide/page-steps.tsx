// The steps that are done on a page of Google's and leave nothing here that could be checked.
import { type Audience, audiences } from '../../electron/contract/guide.ts';
import type { Account, Connection } from '../../electron/contract/model.ts';
import { useAction } from '../action.ts';
import { guide as words } from '../wording/guide.ts';
import { googleWords } from './google-words.ts';
import type { Leading } from './leading.ts';
import { PageButtons } from './page-buttons.tsx';
import { ApiSketch, AudienceSketch, BrandingSketch, ClientSketch } from './sketches.tsx';
import { Step } from './step.tsx';
import styles from './steps.module.css';

interface ApiStepProps extends Leading {
  readonly account: Account | null;
  readonly connection: Connection;
  readonly onLeave: () => void;
}

/** Where Gmail has said that the API is off, going on means asking Gmail again. */
export function ApiStep(props: ApiStepProps) {
  const { run } = useAction();
  const { account, connection, onLeave } = props;
  const failure = connection.state === 'refused' ? connection.failure : null;
  const isOff = account !== null && failure?.kind === 'api-disabled';

  function retry() {
    onLeave();
    void run('sync.now', {});
  }

  return (
    <Step
      step="api"
      title={words.api.title}
      why={words.api.why}
      todo={words.api.todo}
      picture={<ApiSketch label={words.api.picture} />}
      buttons={
        <PageButtons
          {...props}
          step="api"
          page="api"
          pageName={googleWords.gmailApi}
          {...(isOff && { project: failure.project, onDone: retry, doneName: words.retry })}
        />
      }
    >
      {isOff && (
        <p className={styles['note']}>
          {failure.project !== undefined && words.api.project(failure.project)} {words.api.late}
        </p>
      )}
    </Step>
  );
}

export function BrandingStep(props: Leading) {
  return (
    <Step
      step="branding"
      title={words.branding.title}
      why={words.branding.why}
      todo={words.branding.todo}
      picture={<BrandingSketch label={words.branding.picture} />}
      buttons={<PageButtons {...props} step="branding" page="branding" pageName={googleWords.branding} />}
    />
  );
}

export function AudienceStep(props: Leading) {
  const { guide, change } = props;
  const chosen = words.audience[guide.audience];
  return (
    <Step
      step="audience"
      title={words.audience.title}
      why={words.audience.why}
      choice={<AudienceChoice audience={guide.audience} onChoose={(audience) => change({ audience })} />}
      todo={chosen.todo}
      picture={<AudienceSketch label={chosen.picture} audience={guide.audience} />}
      buttons={<PageButtons {...props} step="audience" page="audience" pageName={googleWords.audience} />}
    />
  );
}

interface AudienceChoiceProps {
  readonly audience: Audience;
  readonly onChoose: (audience: Audience) => void;
}

function AudienceChoice({ audience, onChoose }: AudienceChoiceProps) {
  return (
    <fieldset className={styles['choice']}>
      <legend>{words.audience.choice}</legend>
      {audiences.map((one) => (
        <label key={one}>
          <input type="radio" name="audience" checked={audience === one} onChange={() => onChoose(one)} />
          <span>
            {words.audience[one].name}
            <small>{words.audience[one].note}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function ClientStep(props: Leading) {
  return (
    <Step
      step="client"
      title={words.client.title}
      why={words.client.why}
      todo={words.client.todo}
      picture={<ClientSketch label={words.client.picture} />}
      buttons={<PageButtons {...props} step="client" page="clients" pageName={googleWords.clients} />}
    />
  );
}
