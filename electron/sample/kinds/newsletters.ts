// Newsletters that Ada reads, in English and in the languages of her friends.
import { bulletin, leaving } from '../bulletin.ts';
import { type Block, heading, rule, small, text } from '../document.ts';
import { fill, type Words } from '../fill.ts';
import { type Letter, single } from '../letter.ts';
import { spokenDay } from '../moments.ts';
import type { Random } from '../random.ts';
import { english } from '../texts/english.ts';
import { papers } from '../texts/newsletters.ts';
import { tongues } from '../texts/tongues.ts';
import type { Gazette, Tongue } from '../texts/topic.ts';

/** A handful for one issue, or several dozen for a yearbook that nobody reads to its end. */
const sizes = [2, 3, 3, 4, 5, 6, 8];

function issue(random: Random, at: number): Letter {
  const paper = random.pick(papers);
  const say = (template: string): string => fill(template, english.words, random);
  const items = random.some(paper.items, random.pick(sizes)).map((item) => ({
    title: say(item[0]),
    blurb: say(item[1]),
  }));
  const first = items[0]?.title ?? paper.name;
  const blocks: Block[] = [text(`${spokenDay(at)}. ${say(random.pick(paper.greetings))}`)];
  for (const [i, { title, blurb }] of items.entries()) {
    blocks.push(heading(title));
    if (i === 0) {
      const picture = `https://pictures.${paper.domain}/${at % 10_000}.jpg`;
      blocks.push({ kind: 'image', source: picture, text: title, height: 280 });
    }
    blocks.push(text(blurb));
    if (random.chance(0.4)) blocks.push(text(say(random.pick(paper.asides))));
    blocks.push({ kind: 'button', text: 'Read on', to: `https://${paper.domain}/read/${(at + i) % 99_991}` });
  }
  blocks.push(rule, small(`You get ${paper.name} because you asked for it. https://${paper.domain}/leave`));
  const others = items.length - 1;
  return bulletin({
    from: { name: paper.name, email: `${paper.box}@${paper.domain}`, zone: 0, mailer: 'robot' },
    subject: random.pick([
      first,
      `${first}, and ${others} more`,
      `${paper.name}: ${first}`,
      `${first} ✦ ${paper.name}`,
    ]),
    blocks,
    look: {
      brand: paper.name,
      colour: paper.colour,
      direction: 'ltr',
      language: 'en',
      layout: random.pick(['card', 'column']),
      beacon: `https://links.${paper.domain}/wf/open?upn=${at % 99_991}`,
      ...(random.chance(0.6) ? { preheader: items[1]?.title ?? first } : {}),
    },
    category: random.chance(0.75) ? 'UPDATES' : 'PROMOTIONS',
    form: random.chance(0.3) ? 'html' : random.chance(0.1) ? 'plain' : 'both',
    headers: leaving(paper.domain, paper.box),
    labels: paper.read ? ['Reading'] : [],
  });
}

function gazetteIssue(random: Random, tongue: Tongue, gazette: Gazette, at: number): Letter {
  const say = (template: string): string => fill(template, tongue.words as Words, random);
  const { name, domain, colour } = gazette;
  const paragraphs = random.some(gazette.paragraphs, random.int(2, 6)).map((paragraph) => text(say(paragraph)));
  const blocks: Block[] = [
    ...paragraphs,
    { kind: 'button', text: gazette.more, to: `https://${domain}/${at % 99_991}` },
    small(gazette.leave),
  ];
  return bulletin({
    from: { name, email: `post@${domain}`, zone: 60, mailer: 'robot' },
    subject: say(random.pick(gazette.subjects)),
    blocks,
    look: {
      brand: name,
      colour,
      direction: tongue.direction,
      language: tongue.language,
      layout: random.pick(['card', 'column']),
    },
    category: random.chance(0.5) ? 'UPDATES' : 'PROMOTIONS',
    form: random.chance(0.35) ? 'html' : 'both',
    headers: leaving(domain, 'post'),
    labels: ['Reading'],
  });
}

export const newsletter = single('machine', issue);

export const gazette = single('machine', (random, at, nth) => {
  const tongue = tongues[nth % tongues.length] ?? random.pick(tongues);
  return tongue.gazette === undefined ? issue(random, at) : gazetteIssue(random, tongue, tongue.gazette, at);
});
