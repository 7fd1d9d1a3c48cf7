// Messages that carry weight: photographs, shown in the text or attached, and files that are too big for mail.
import { escapeText } from '../document.ts';
import { fill } from '../fill.ts';
import { type Letter, single } from '../letter.ts';
import { calendarMoment, dayMs, hourMs } from '../moments.ts';
import { alternative, attachment, calendar, html, inlineImage, mixed, plain, related } from '../parts.ts';
import type { Random } from '../random.ts';
import { english } from '../texts/english.ts';
import { photoLines } from '../texts/long.ts';
import { ada, peopleOf } from '../world/people.ts';

const subjects = [
  'Photos from {place}',
  '{boat}, {month}',
  'Pictures!',
  'The light at {time}',
  '{n} photos of {kid}',
  'For the album',
  'IMG',
];

/** Shown between the paragraphs by `cid:`, as one does who drags them into the message. */
function shown(random: Random, say: (template: string) => string, count: number): Pick<Letter, 'body' | 'text'> {
  const lines = random.some(photoLines, count).map(say);
  const names = lines.map((_, i) => ({
    name: `IMG_${random.int(1000, 9999)}.jpg`,
    id: `ii_${random.int(1e8, 9e8)}${i}`,
  }));
  const pieces = lines.map(
    (line, i) =>
      `<div>${escapeText(line)}</div>\n<div><img src="cid:${names[i]?.id}" alt="${names[i]?.name}" width="472"><br></div>`,
  );
  const hypertext = html(`<div dir="ltr">${pieces.join('\n<div><br></div>\n')}</div>`);
  const images = names.map(({ name, id }) => inlineImage(id, name, random.int(240_000, 5_200_000)));
  if (random.chance(0.4)) return { body: related(hypertext, ...images), text: lines.join(' ') };
  const text = lines.map((line, i) => `${line}\n[image: ${names[i]?.name}]`).join('\n\n');
  return { body: related(alternative(plain(text), hypertext), ...images), text };
}

function enclosed(random: Random, say: (template: string) => string, count: number): Pick<Letter, 'body' | 'text'> {
  const text = say(random.pick(photoLines));
  const files = Array.from({ length: count }, () =>
    attachment(
      `IMG_${random.int(1000, 9999)}.${random.pick(['jpg', 'jpg', 'JPG', 'png'])}`,
      random.int(700_000, 6_500_000),
    ),
  );
  return { body: mixed(plain(text), ...files), text };
}

/** One of everything: a picture in the text, and files of each sort that can be looked at. */
function boxed(random: Random, say: (template: string) => string, at: number): Pick<Letter, 'body' | 'text'> {
  const { body, text } = shown(random, say, 1);
  const starts = at + 6 * dayMs;
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    `UID:${at}@calendar.example`,
    `DTSTART:${calendarMoment(starts)}`,
    `DTEND:${calendarMoment(starts + 2 * hourMs)}`,
    `SUMMARY:${say('An evening of pictures at {place}')}`,
    `LOCATION:${say('{place}, {town}')}`,
    'ATTENDEE:mailto:ada.lindqvist@example.org',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const files = [
    attachment('album.pdf', 48_000),
    attachment('IMG_0001.jpg', 640_000),
    attachment('map.png', 120_000),
    attachment('captions.txt', 1_800),
    calendar('REQUEST', ics),
  ];
  return { body: mixed(body, ...files), text };
}

function sent(random: Random, say: (template: string) => string, at: number, nth: number) {
  if (nth % 5 === 2) return boxed(random, say, at);
  const count = random.int(1, 5);
  return random.chance(0.55) ? shown(random, say, count) : enclosed(random, say, count);
}

export const photos = single('home', (random, at, nth) => {
  const from = random.chance(0.15) ? ada : random.pick(peopleOf(random.pick(['family', 'friends', 'yard'])));
  const say = (template: string): string => fill(template, english.words, random);
  return {
    from,
    to: [from === ada ? random.pick(peopleOf('family')) : ada],
    subject: say(random.pick(subjects)),
    ...sent(random, say, at, nth),
    category: 'PERSONAL',
    labels: from.circle === 'family' ? ['Family'] : from.circle === 'yard' ? ['Work'] : [],
  };
});

const weights = [
  ['lines-plan-all-sheets.zip', 'All sheets of {boat} in one file. It is large, because the sea is in it.'],
  ['launch-film.mp4', 'The film of the launch! {n} minutes, most of them rope.'],
  ['laser-scan-hull.zip', 'Here is the scan of {boat}. Two hundred million points, and the one that matters is wrong.'],
  ['choir-recording.m4a', 'The whole concert. We come in at {time} on the counter, a bar too early.'],
  [
    'exhibition-panels.pdf',
    'The panels for the museum, in print quality. Please check the spelling of "{boat}", twice.',
  ],
] as const;

export const heavy = single('office', (random) => {
  const [file, line] = random.pick(weights);
  const from = random.pick(peopleOf(random.pick(['yard', 'clients', 'friends'])));
  const text = `${fill(line, english.words, random)}\n\n${from.nick}`;
  return {
    from,
    to: [ada],
    subject: fill(
      random.pick(['{boat}: files', 'Large, sorry', `${file}`, 'As promised', 'Download before {day}']),
      english.words,
      random,
    ),
    body: mixed(plain(text), attachment(file, random.int(9_000_000, 24_500_000))),
    text,
    category: 'PERSONAL',
    labels: from.circle === 'friends' ? [] : ['Work'],
  };
});
