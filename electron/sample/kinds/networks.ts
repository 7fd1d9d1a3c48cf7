// What the code host and the social networks find worth a message.
import { bulletin, leaving, lookOf } from '../bulletin.ts';
import { heading, rule, small, text } from '../document.ts';
import { fill, settle } from '../fill.ts';
import { type Correspondent, type Kind, type Letter, single } from '../letter.ts';
import { english } from '../texts/english.ts';
import { codeDebate } from '../texts/threads.ts';
import { forge, networks, robot } from '../world/organisations.ts';
import { ada, people, peopleOf } from '../world/people.ts';
import { sentences } from './sentences.ts';

const members = peopleOf('lists');

export const codeHost: Kind = {
  rhythm: 'office',
  pace: 'hours',
  lengths: [1, 2, 3, 4, 8],
  begin: (random) => {
    const slots = settle(['town', 'num'], english.words, random);
    const title = fill(random.pick(codeDebate.subjects), english.words, random, slots);
    const number = random.int(12, 980);
    const subject = `[tidetables/almanac] ${title} (#${number})`;
    const url = `https://${forge.domain}/tidetables/almanac/${number}`;
    const post = sentences(random, codeDebate);
    return (_, turn) => {
      const by = random.pick(members);
      const failed = random.chance(0.5);
      const blocks = random.chance(0.2)
        ? [
            heading(failed ? 'Some checks were not successful' : 'All checks have passed'),
            {
              kind: 'list' as const,
              items: [
                'build (linux): passed',
                `tides-${random.int(3, 9)}: ${failed ? 'failed after 4 m 11 s' : 'passed'}`,
                'lint: passed',
              ],
            },
          ]
        : [text(`@${by.nick.toLowerCase()} left a comment:`), text(post.next().value), text(post.next().value)];
      const letter: Letter = bulletin({
        from: robot(forge, by.name),
        subject: turn === 0 ? subject : `Re: ${subject}`,
        blocks: [...blocks, small(`Answer this mail or look at it on Forgeloft: ${url}`)],
        look: lookOf(forge, 'bare'),
        category: 'UPDATES',
        headers: [
          ...leaving(forge.domain, 'almanac'),
          ['X-Forgeloft-Reason', random.pick(['mention', 'author', 'subscribed'])],
        ],
        replyTo: `reply+${number}@${forge.domain}`,
      });
      const seen: Correspondent = {
        name: 'tidetables/almanac',
        email: `almanac@${forge.domain}`,
        zone: 0,
        mailer: 'robot',
      };
      return { ...letter, to: [seen], cc: [ada], ...(turn === 0 ? {} : { answers: turn - 1 }) };
    };
  },
};

const nods = [
  '{who} likes your photo of {boat}',
  '{who} commented: "{words}"',
  '{who} wants to be in touch',
  '{who} and {n} others are at {place}',
  'It is {who}’s birthday on {day}',
  '{who} mentioned you in a comment',
  'You have {num} new visitors this week',
  '{who} added {n} pictures to "{town}, {month}"',
  'Your post about {wood} is being read in {town}',
  '{who} asks: does anybody have a {tool}?',
  '{who} has a new job: keeper of {place}',
  'A memory from {month}: {boat}, {weather}',
];

const remarks = [
  'Is that the same hat?',
  'Beautiful! Who is the small captain?',
  'I can smell the varnish from here.',
  'More of this, please.',
  'You have not aged, but the jetty has.',
  'Save me a place on board.',
];

export const socialNotice = single('home', (random, at) => {
  const network = random.pick(networks);
  const who = random.pick(people);
  const words = random.pick(remarks);
  const say = (template: string): string => fill(template, english.words, random, { who: who.name, words });
  const subject = say(random.pick(nods));
  return bulletin({
    from: robot(network, network.name),
    subject,
    blocks: [
      text(/\p{L}$/u.test(subject) ? `${subject}.` : subject),
      text(
        say(
          random.pick([
            '"{words}"',
            'At {time}, in {weather}.',
            'You have {n} more things to see.',
            '{friend} saw it too.',
          ]),
        ),
      ),
      { kind: 'button', text: 'Have a look', to: `https://${network.domain}/p/${at % 999_983}` },
      rule,
      small(`${network.name} writes when something happens. Less of it: https://${network.domain}/quiet`),
    ],
    look: lookOf(network, random.pick(['card', 'card', 'bare'])),
    category: 'SOCIAL',
    form: random.pick(['both', 'html']),
    headers: leaving(network.domain, 'activity'),
    ...(random.chance(0.3) ? { tag: 'social' } : {}),
  });
});
