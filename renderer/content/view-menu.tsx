// How a message is shown: as laid out or as text, in which colours, how large. What is chosen holds for its sender.
import Type from 'lucide-react/icons/type';
import { useId } from 'react';
import { nextZoom } from '../../electron/contract/appearance.ts';
import { Button } from '../controls/button.tsx';
import { Popover } from '../controls/popover.tsx';
import { wording } from '../wording/wording.ts';
import type { Appearance } from './appearance.ts';
import styles from './content.module.css';
import type { Sender } from './senders.ts';

const words = wording.view;

interface ViewMenuProps {
  readonly appearance: Appearance;
  readonly sender: Sender;
  readonly email: string;
  readonly strict: boolean;
}

export function ViewMenu({ appearance, sender, email, strict }: ViewMenuProps) {
  const id = useId();
  const { format, colours, zoom } = appearance;
  const { change, failure } = sender;
  const [smaller, larger] = [nextZoom(zoom, 'out'), nextZoom(zoom, 'in')];
  return (
    <>
      <Button
        weight="quiet"
        data-command="message.view"
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-label={words.name}
        title={words.name}
      >
        <Type size={15} aria-hidden="true" />
      </Button>
      <Popover id={id} name={words.name} className={styles['menu']}>
        <Choice
          name={words.format}
          options={words.formats}
          chosen={format}
          disabled={strict}
          onChoose={(one) => change({ format: one === 'html' ? null : one })}
        />
        <Choice
          name={words.colours}
          options={words.colourings}
          chosen={colours}
          disabled={format === 'plain'}
          onChoose={(one) => change({ colours: one === 'adapted' ? null : one })}
        />
        <fieldset>
          <legend>{words.size}</legend>
          <Button
            aria-label={words.smaller}
            title={words.smaller}
            disabled={smaller === zoom}
            onClick={() => change({ zoom: smaller === 1 ? null : smaller })}
          >
            −
          </Button>
          <output>{words.percent(zoom)}</output>
          <Button
            aria-label={words.larger}
            title={words.larger}
            disabled={larger === zoom}
            onClick={() => change({ zoom: larger === 1 ? null : larger })}
          >
            +
          </Button>
          <Button disabled={zoom === 1} onClick={() => change({ zoom: null })}>
            {words.reset}
          </Button>
        </fieldset>
        {strict && <p>{words.strictly}</p>}
        {email !== '' && (
          <p>
            <bdi>{words.remembered(email)}</bdi>
          </p>
        )}
        {failure && <p role="alert">{wording.failure(failure).sentence}</p>}
      </Popover>
    </>
  );
}

interface ChoiceProps<Option extends string> {
  readonly name: string;
  readonly options: Readonly<Record<Option, string>>;
  readonly chosen: Option;
  readonly disabled: boolean;
  readonly onChoose: (option: Option) => void;
}

function Choice<Option extends string>({ name, options, chosen, disabled, onChoose }: ChoiceProps<Option>) {
  const group = useId();
  return (
    <fieldset disabled={disabled}>
      <legend>{name}</legend>
      {(Object.keys(options) as Option[]).map((option) => (
        <label key={option}>
          <input type="radio" name={group} checked={chosen === option} onChange={() => onChoose(option)} />
          {options[option]}
        </label>
      ))}
    </fieldset>
  );
}
