// What can be asked, with an example of each that can be clicked. The operators are those of the query language's own table.
import { useEffect, useRef, useState } from 'react';
import { plain } from '../../electron/search/index-words.ts';
import { operators } from '../../electron/search/operators.ts';
import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { wording } from '../wording/wording.ts';
import styles from './query-help.module.css';

const words = wording.queryHelp;

type OperatorName = (typeof operators)[number]['name'];
type Group = keyof typeof words.groups;

interface Example {
  readonly query: string;
  readonly meaning: string;
  readonly group: Group;
}

const examples: Readonly<Record<OperatorName, readonly [query: string, group: Group]>> = {
  from: ['from:sam', 'people'],
  to: ['to:me', 'people'],
  cc: ['cc:sam@example.com', 'people'],
  bcc: ['bcc:me', 'people'],
  list: ['list:news.example.com', 'people'],
  deliveredto: ['deliveredto:me@example.com', 'people'],
  subject: ['subject:(order number)', 'content'],
  has: ['has:attachment', 'content'],
  filename: ['filename:pdf', 'content'],
  rfc822msgid: ['rfc822msgid:200503292@example.com', 'content'],
  in: ['in:anywhere', 'places'],
  is: ['is:unread', 'places'],
  label: ['label:family', 'places'],
  category: ['category:promotions', 'places'],
  after: ['after:2026/01/01', 'time'],
  before: ['before:2025/07/01', 'time'],
  newer_than: ['newer_than:7d', 'time'],
  older_than: ['older_than:1y', 'time'],
  larger: ['larger:5M', 'time'],
  smaller: ['smaller:100K', 'time'],
};

const joining: readonly Example[] = [
  { query: 'holiday', meaning: words.joining.word, group: 'joining' },
  { query: '"dinner on friday"', meaning: words.joining.phrase, group: 'joining' },
  { query: 'dinner -movie', meaning: words.joining.without, group: 'joining' },
  { query: 'from:(amy OR david)', meaning: words.joining.either, group: 'joining' },
  { query: 'subject:(dinner film)', meaning: words.joining.group, group: 'joining' },
  { query: 'invoi*', meaning: words.joining.beginning, group: 'joining' },
  { query: '*voice*', meaning: words.joining.part, group: 'joining' },
  { query: 'holiday AROUND 10 photos', meaning: words.joining.near, group: 'joining' },
];

const all: readonly Example[] = [
  ...joining,
  ...operators.map(({ name }): Example => {
    const [query, group] = examples[name];
    return { query, group, meaning: wording.completion.operator[name] };
  }),
];
const groups = Object.keys(words.groups) as Group[];

interface QueryHelpProps {
  readonly onUse: (query: string) => void;
  readonly onClose: () => void;
}

export function QueryHelp({ onUse, onClose }: QueryHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const box = useRef<HTMLInputElement>(null);
  // After the dialog has opened, which looks for somebody to focus itself.
  useEffect(() => box.current?.focus(), []);
  const [sought, setSought] = useState('');
  const found = all.filter(({ query, meaning }) => plain(`${query} ${meaning}`).includes(plain(sought.trim())));
  return (
    <Dialog
      box={dialog}
      title={words.title}
      size="wide"
      onClose={onClose}
      tools={<Button onClick={() => dialog.current?.close()}>{words.close}</Button>}
    >
      <div className={styles['help']}>
        <p>{words.lead}</p>
        <input
          ref={box}
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
        />
        {found.length === 0 && <p role="status">{words.none}</p>}
        <div className={styles['groups']}>
          {groups.map((group) => (
            <ExampleGroup key={group} group={group} of={found.filter((one) => one.group === group)} onUse={onUse} />
          ))}
        </div>
      </div>
    </Dialog>
  );
}

interface ExampleGroupProps {
  readonly group: Group;
  readonly of: readonly Example[];
  readonly onUse: (query: string) => void;
}

function ExampleGroup({ group, of, onUse }: ExampleGroupProps) {
  if (of.length === 0) return null;
  return (
    <section>
      <h3>{words.groups[group]}</h3>
      <ul>
        {of.map(({ query, meaning }) => (
          <li key={query}>
            <button type="button" dir="ltr" onClick={() => onUse(query)}>
              {query}
            </button>
            <span>{meaning}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
