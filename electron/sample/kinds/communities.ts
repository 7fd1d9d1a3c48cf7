// Many voices at once: mailing lists, their digests, and forums.
import { bulletin, leaving, lookOf } from '../bulletin.ts';
import { type Block, small, text } from '../document.ts';
import { fill } from '../fill.ts';
import { type Kind, single } from '../letter.ts';
import { spokenDay } from '../moments.ts';
import { plain } from '../parts.ts';
import { type Spoken, utter } from '../personal.ts';
import { english } from '../texts/english.ts';
import { boatDebate, breadDebate, codeDebate, type Debate, streetDebate } from '../texts/threads.ts';
import { forums, robot } from '../world/organisations.ts';
import { ada, type Person, peopleOf } from '../world/people.ts';
import { sentences } from './sentences.ts';

interface List {
  readonly name: string;
  readonly host: string;
  readonly debate: Debate;
}

const lists: readonly List[] = [
  { name: 'woodenboats', host: 'lists.woodenboats.example', debate: boatDebate },
  { name: 'tidetables-dev', host: 'lists.tidetables.example', debate: codeDebate },
  { name: 'quay-street', host: 'lists.vikarholm.example', debate: streetDebate },
  { name: 'sourdough', host: 'lists.sourdoughcommons.example', debate: breadDebate },
];

const members = peopleOf('lists');

function listHeaders({ name, host }: List): readonly (readonly [string, string])[] {
  return [
    ...leaving(host, name),
    ['List-Post', `<mailto:${name}@${host}>`],
    ['List-Archive', `<https://${host}/${name}/>`],
    ['X-List-Program', 'Carrier Pigeon 2.1'],
  ];
}

export const mailingList: Kind = {
  rhythm: 'home',
  pace: 'hours',
  lengths: [1, 2, 3, 4, 5, 7, 12],
  begin: (random) => {
    const list = random.pick(lists);
    const subject = fill(random.pick(list.debate.subjects), english.words, random);
    const said: Spoken[] = [];
    const post = sentences(random, list.debate);
    return (at, turn) => {
      const answers = turn === 0 ? undefined : random.int(Math.max(0, turn - 3), turn - 1);
      const quoted = answers === undefined ? undefined : said[answers];
      const by: Person =
        turn > 0 && random.chance(0.12) ? ada : random.pick(members.filter((one) => one !== quoted?.by));
      const paragraphs = Array.from({ length: random.int(1, 3) }, () => post.next().value);
      if (random.chance(0.4)) paragraphs.push(by.nick);
      const uttered = utter(by === ada ? ada : { ...by, mailer: 'plain' }, at, paragraphs, english, quoted);
      said.push({ ...uttered.spoken, by });
      return {
        from: by,
        to: [{ name: '', email: `${list.name}@${list.host}`, zone: 0, mailer: 'robot' }],
        ...(quoted === undefined || random.chance(0.6) ? {} : { cc: [quoted.by] }),
        subject: `${turn === 0 ? '' : 'Re: '}[${list.name}] ${subject}`,
        body: uttered.body,
        text: uttered.text,
        ...(by === ada ? {} : { headers: listHeaders(list), sender: `${list.name}-bounces@${list.host}` }),
        category: 'FORUMS',
        ...(answers === undefined ? {} : { answers }),
      };
    };
  },
};

/** A whole week of a list in one message: hundreds of lines. */
export const digest = single('machine', (random, at) => {
  const list = random.pick(lists);
  const post = sentences(random, list.debate);
  const subjects = Array.from({ length: random.int(8, 34) }, () =>
    fill(random.pick(list.debate.subjects), english.words, random),
  );
  const volume = `Vol ${random.int(20, 40)}, Issue ${random.int(1, 60)}`;
  const posts = subjects.map((subject, i) => {
    const by = random.pick(members);
    const body = Array.from({ length: random.int(1, 5) }, () => post.next().value).join('\n\n');
    return `Message: ${i + 1}\nFrom: ${by.name} <${by.email}>\nSubject: Re: [${list.name}] ${subject}\n\n${body}\n\n${by.nick}\n`;
  });
  const contents = subjects.map((subject, i) => `  ${String(i + 1).padStart(2)}. ${subject}`).join('\n');
  const written = `Send ${list.name} submissions to ${list.name}@${list.host}\n\nToday's topics:\n\n${contents}\n\n${'-'.repeat(70)}\n\n${posts.join(`\n${'-'.repeat(30)}\n\n`)}\nEnd of ${list.name} Digest, ${volume}\n`;
  return {
    from: { name: '', email: `${list.name}-request@${list.host}`, zone: 0, mailer: 'lower' },
    to: [{ name: '', email: `${list.name}@${list.host}`, zone: 0, mailer: 'robot' }],
    subject: `${list.name} Digest, ${volume} (${spokenDay(at)})`,
    body: plain(written, '; charset="us-ascii"'),
    text: written,
    headers: listHeaders(list),
    category: 'FORUMS',
    replyTo: `${list.name}@${list.host}`,
  };
});

export const forumPost: Kind = {
  rhythm: 'home',
  pace: 'hours',
  lengths: [1, 1, 2, 3, 5],
  begin: (random) => {
    const forum = random.pick(forums);
    const debate = forum.name === 'Clinker Talk' ? boatDebate : breadDebate;
    const post = sentences(random, debate);
    const topic = fill(random.pick(debate.subjects), english.words, random);
    const number = random.int(1_000, 60_000);
    return (_, turn) => {
      const by = random.pick(members);
      const blocks: Block[] = [
        small(`${by.nick} wrote in "${topic}":`),
        ...Array.from({ length: random.int(1, 4) }, () => text(post.next().value)),
        { kind: 'button', text: 'Answer', to: `https://${forum.domain}/t/${number}/${turn + 1}` },
        small(`Watching too much? https://${forum.domain}/quiet`),
      ];
      const letter = bulletin({
        from: { ...robot(forum, `${by.nick} via ${forum.name}`) },
        subject: `${turn === 0 ? '' : 'Re: '}[${forum.name}] ${topic}`,
        blocks,
        look: lookOf(forum, 'bare'),
        category: 'FORUMS',
        form: random.pick(['both', 'html', 'plain']),
        headers: leaving(forum.domain, `topic-${number}`),
        replyTo: `reply+${number}@${forum.domain}`,
      });
      return turn === 0 ? letter : { ...letter, answers: turn - 1 };
    };
  },
};
