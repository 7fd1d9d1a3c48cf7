// What Ada writes to nobody: drafts, and notes to herself.
import { fill } from '../fill.ts';
import { type Letter, single } from '../letter.ts';
import { plainMoment, spokenDay } from '../moments.ts';
import { attachment, mixed, plain } from '../parts.ts';
import type { Random } from '../random.ts';
import { english } from '../texts/english.ts';
import { ada, people, peopleOf } from '../world/people.ts';

const say = (template: string, random: Random): string => fill(template, english.words, random);

const begun = [
  'Dear Ms Melby, thank you for your letter. I have thought about the humidity and',
  'Hi {friend}, I wanted to write to you about {boat} before',
  'Mamma, could you please take the children on {day}? I would not ask if',
  'To whom it may concern: the {tool} was returned on {day}, in good order, and',
  'Ideas for {month}: 1. {town} 2. stay at home 3.',
  'Sorry that I left so early. It was not the {food}, it was',
];

export const draft = single('home', (random): Letter => {
  const text = random.chance(0.1) ? '' : say(random.pick(begun), random);
  const unaddressed = random.chance(0.35);
  return {
    from: ada,
    to: unaddressed ? [] : [random.pick(people)],
    subject: random.chance(0.3)
      ? ''
      : say(random.pick(['About {boat}', '{day}', 'Apology, attempt {n}', '{town}', 'An answer, at last']), random),
    body: plain(text),
    text,
    category: 'PERSONAL',
    draft: true,
  };
});

const notes = [
  'Buy {wood} screws, ask about the {tool}, ring Mamma.',
  'Idea at {time}: a hatch that closes by itself. Draw it before it goes.',
  'Gate code changed. It is the year of {boat}, backwards.',
  'Sizes: {kid} shoes {num}, me none of your business.',
  '{book}. {friend} says yes, Oona says no. Library?',
  'Measured the {room}: {big} by {big}. The bench does not fit. Build a smaller bench.',
  'Do not forget: {food}, {day}, {time}.',
];

export const noteToSelf = single('home', (random, at) => {
  const text = say(random.pick(notes), random);
  const file = random.chance(0.25)
    ? attachment(`scan-${plainMoment(at).slice(0, 10)}.pdf`, random.int(80_000, 900_000))
    : undefined;
  const body = plain(text);
  return {
    from: ada,
    to: [ada],
    ...(random.chance(0.2) ? { bcc: [random.pick(peopleOf('family'))] } : {}),
    subject: random.pick(['note', 'To do', 'Remember', say('{place}', random), '', `List, ${spokenDay(at)}`]),
    body: file === undefined ? body : mixed(body, file),
    text,
    category: 'PERSONAL',
  };
});
