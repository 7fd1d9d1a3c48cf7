// Messages without end: letters that took an evening, and the yard's diary.
import { fill } from '../fill.ts';
import { single } from '../letter.ts';
import { dayMs, plainMoment, spokenDay } from '../moments.ts';
import { plain } from '../parts.ts';
import { utter } from '../personal.ts';
import { dealer, type Random } from '../random.ts';
import { english } from '../texts/english.ts';
import { letterClosings, letterOpenings, letterParagraphs, logEntries } from '../texts/long.ts';
import { ada, peopleOf } from '../world/people.ts';

const say = (template: string, random: Random): string => fill(template, english.words, random);

const letterSubjects = [
  'A long letter, with tea',
  'From {town}',
  'Everything since {month}',
  'Where were we?',
  'News, mostly small',
  '{weather}, and other news',
];

export const longLetter = single('home', (random, at) => {
  const from = random.chance(0.2) ? ada : random.pick(peopleOf('friends'));
  const to = from === ada ? random.pick(peopleOf('friends')) : ada;
  const middle = random.some(letterParagraphs, random.int(4, 15));
  const lines = [random.pick(letterOpenings), ...middle, random.pick(letterClosings)];
  const paragraphs = lines.map((line) => say(line, random));
  const names = { to: to.nick, me: from.nick };
  const greeting = fill(random.pick(english.hello), english.words, random, names);
  const uttered = utter(
    from,
    at,
    [greeting, ...paragraphs, fill(random.pick(english.bye), english.words, random, names)],
    english,
  );
  return {
    from,
    to: [to],
    subject: say(random.pick(letterSubjects), random),
    body: uttered.body,
    text: uttered.text,
    category: 'PERSONAL',
  };
});

/** The yard's diary: several hundred lines of plain text. */
export const workshopLog = single('office', (random, at) => {
  const from = random.pick(peopleOf('yard'));
  const entry = dealer(random, logEntries);
  const boat = say('{boat}', random);
  const lines = [`${boat}: log up to ${spokenDay(at)}`, ''];
  const days = random.int(20, 70);
  for (let day = days; day > 0; day -= 1) {
    lines.push(plainMoment(at - day * dayMs).slice(0, 10));
    for (let i = random.int(2, 7); i > 0; i -= 1) lines.push(`  ${say(entry(), random)}`);
    lines.push('');
  }
  const text = lines.join('\n');
  return {
    from: { ...from, mailer: 'plain' },
    to: [ada, ...random.some(peopleOf('yard'), 2).filter((one) => one !== from)],
    subject: `${boat}: workshop log, ${days} days`,
    body: plain(text),
    text,
    category: 'PERSONAL',
    labels: ['Work'],
  };
});
