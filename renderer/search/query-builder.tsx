// The filter as a form, for whoever knows no operators: it writes the query into the box as it is filled in.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CountedLabel } from '../../electron/contract/model.ts';
import { labelQuery } from '../../electron/search/labels.ts';
import { parse } from '../../electron/search/parse.ts';
import { print } from '../../electron/search/print.ts';
import { Button } from '../controls/button.tsx';
import { wording } from '../wording/wording.ts';
import styles from './query-builder.module.css';
import { emptyForm, type FormSize, type QueryForm, readForm, textFields, writeForm } from './query-form.ts';

const words = wording.queryForm;

interface QueryBuilderProps {
  /** The query when the form was opened. */
  readonly text: string;
  readonly labels: readonly CountedLabel[];
  readonly onChange: (text: string) => void;
  readonly onDone: () => void;
}

const bounds: readonly FormSize['bound'][] = ['larger', 'smaller'];
const usualMegabytes = 5;

function Place({ id, place, labels, onPlace }: PlaceProps) {
  const places = Object.entries(words.places);
  const own = useMemo(
    () =>
      labels
        .filter(({ type }) => type === 'user')
        .map(({ name }) => [labelQuery(name), name, print(parse(labelQuery(name)).root)] as const),
    [labels],
  );
  // A label is found by its name in any case, and shown as it is written.
  const [chosen] = own.find(([, , printed]) => printed === place) ?? [place];
  const known = [...places, ...own].some(([query]) => query === chosen);
  return (
    <select id={id} value={chosen} onChange={({ target }) => onPlace(target.value)}>
      <option value="">{words.anyPlace}</option>
      {!known && place !== '' && <option value={place}>{place}</option>}
      {places.map(([query, name]) => (
        <option key={query} value={query}>
          {name}
        </option>
      ))}
      {own.map(([query, name]) => (
        <option key={query} value={query}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface PlaceProps extends Pick<QueryBuilderProps, 'labels'> {
  readonly id: string;
  readonly place: string;
  readonly onPlace: (place: string) => void;
}

interface SizeProps {
  readonly size: FormSize | null;
  readonly onSize: (size: FormSize | null) => void;
}

function Size({ size, onSize }: SizeProps) {
  const id = useId();
  const megabytes = size?.megabytes ?? usualMegabytes;
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words.size}</label>
      <span className={styles['size']}>
        <select
          id={id}
          value={size?.bound ?? ''}
          onChange={({ target }) => {
            const bound = bounds.find((one) => one === target.value);
            onSize(bound ? { bound, megabytes } : null);
          }}
        >
          <option value="">{words.anySize}</option>
          {bounds.map((bound) => (
            <option key={bound} value={bound}>
              {words[bound]}
            </option>
          ))}
        </select>
        <input
          type="number"
          min={1}
          max={1000}
          aria-label={words.megabytes}
          disabled={!size}
          value={megabytes}
          onChange={({ target }) => size && onSize({ ...size, megabytes: Math.trunc(Number(target.value)) })}
        />
        <span aria-hidden="true">{words.megabytes}</span>
      </span>
    </div>
  );
}

export function QueryBuilder({ text, labels, onChange, onDone }: QueryBuilderProps) {
  const placeId = useId();
  const first = useRef<HTMLInputElement>(null);
  const [form, setForm] = useState(() => readForm(text));
  useEffect(() => first.current?.focus(), []);
  const change = (changes: Partial<QueryForm>) => {
    const next = { ...form, ...changes };
    setForm(next);
    onChange(writeForm(next));
  };
  return (
    <form
      className={styles['form']}
      // What is in the box may be more than the fields would take.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      {textFields.map((field) => (
        <label key={field} className={styles['field']}>
          {words[field]}
          <input
            ref={field === textFields[0] ? first : undefined}
            type="text"
            dir="auto"
            value={form[field]}
            onChange={({ target }) => change({ [field]: target.value })}
          />
        </label>
      ))}
      <div className={styles['field']}>
        <label htmlFor={placeId}>{words.place}</label>
        <Place id={placeId} place={form.place} labels={labels} onPlace={(place) => change({ place })} />
      </div>
      {(['after', 'before'] as const).map((bound) => (
        <label key={bound} className={styles['field']}>
          {words[bound]}
          <input type="date" value={form[bound]} onChange={({ target }) => change({ [bound]: target.value })} />
        </label>
      ))}
      <Size size={form.size} onSize={(size) => change({ size })} />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={form.attachment}
          onChange={({ target }) => change({ attachment: target.checked })}
        />
        {words.attachment}
      </label>
      {form.rest !== '' && (
        <p className={styles['kept']}>
          <bdi>{words.kept(form.rest)}</bdi>
        </p>
      )}
      <div className={styles['actions']}>
        <Button onClick={() => change(emptyForm)}>{words.clear}</Button>
        <Button type="submit" weight="main">
          {words.done}
        </Button>
      </div>
    </form>
  );
}
