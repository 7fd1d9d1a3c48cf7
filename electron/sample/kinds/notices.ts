// What banks, utilities, the school office, the library and anxious machines have to say.
import { bulletin, lookOf } from '../bulletin.ts';
import { type Block, text } from '../document.ts';
import { fill } from '../fill.ts';
import { type Kind, type Letter, single } from '../letter.ts';
import { dayMs, plainMoment, spokenDay } from '../moments.ts';
import { attachment } from '../parts.ts';
import type { Random } from '../random.ts';
import { english } from '../texts/english.ts';
import { banks, desks, guarded, type Organisation, robot, school, utilities } from '../world/organisations.ts';

interface Notice {
  readonly subject: string;
  readonly body: string;
  readonly button?: string;
  readonly file?: string;
  /** Whose it is, where it does not suit everybody. */
  readonly by?: readonly string[];
}

const fromBank: readonly Notice[] = [
  {
    subject: 'Your statement for {month}',
    body: 'Your statement for {month} is ready. You spent less than in the month before, except on rope.',
    button: 'Open the statement',
    file: 'statement-{month}.pdf',
  },
  {
    subject: '€ {amount} has arrived',
    body: 'An amount of € {amount} was credited to the account ending in {tail}. Reference: "{boat}, second instalment".',
  },
  {
    subject: 'Card ending in {tail}: € {amount}',
    body: 'Your card ending in {tail} was used for € {amount} in {town}. If this was you, there is nothing to do. If it was not, please tell us before {pet} does.',
    button: 'This was not me',
  },
  {
    subject: 'Standing order on {soon}',
    body: 'On {soon} we carry out your standing order of € {amount} to "Cottage, roof, everything".',
  },
  {
    subject: 'Interest rates from {month}',
    body: 'From {month} the rate on your savings changes by a quarter of a per cent, in your favour for once.',
  },
  {
    subject: 'A payment could not be made',
    body: 'The direct debit of € {amount} on {soon} was returned. Usually this is a typing error and not a tragedy.',
    button: 'Try again',
  },
];

const fromUtility: readonly Notice[] = [
  {
    by: ['Well & Drain Waterworks', 'Gale Energy', 'Threadline Broadband'],
    subject: 'Your bill {code}',
    body: 'The bill for {month} comes to € {amount}. You used {num} units, about as much as a small lighthouse.',
    button: 'Pay now',
    file: 'bill-{code}.pdf',
  },
  {
    by: ['Well & Drain Waterworks', 'Gale Energy'],
    subject: 'Meter reading, please',
    body: 'Please read your meter by {soon}. It is the grey box with the wheel, behind the jackets.',
  },
  {
    by: ['Well & Drain Waterworks', 'Gale Energy', 'Threadline Broadband'],
    subject: 'Work in your street on {soon}',
    body: 'On {soon} between {time} and the afternoon there may be none. Fill a bucket, charge the telephone, and tell the neighbours.',
  },
  {
    by: ['Keel Mutual Insurance'],
    subject: 'Your policy renews in {month}',
    body: 'Policy {code} renews in {month}. It covers boats under repair, visitors falling over them, and storms up to force eleven.',
    file: 'policy-{code}.pdf',
  },
  { subject: 'Thank you for your payment', body: 'We received € {amount} for {code}. That makes us even.' },
];

const fromGuard: readonly Notice[] = [
  {
    subject: 'New sign-in to {name}',
    body: 'Somebody signed in to your account at {moment} near {town}, with a browser that we had not seen before. If it was you on the new computer, congratulations.',
    button: 'Check activity',
  },
  {
    subject: 'Your password was changed',
    body: 'The password of ada.lindqvist@example.org was changed at {moment}. If you did not do this, act quickly; if you did, write it down nowhere.',
    button: 'It was not me',
  },
  {
    subject: '{pin} is your {name} code',
    body: '{pin} is your code. It is good for ten minutes and for nobody else. We never ask for it by telephone.',
  },
  {
    subject: 'Reset your password',
    body: 'You, or somebody who knows your address, asked to reset the password. The link below works once, until {time}.',
    button: 'Choose a new password',
  },
  {
    subject: 'Security check-up for {month}',
    body: 'Two of your passwords are older than {num} months, and one of them is the name of a boat. We will not say which.',
    button: 'Review',
  },
  {
    subject: 'A recovery key was added',
    body: 'A recovery key was added to your account at {moment}. Keep it where you keep important things, not where you keep keys.',
  },
];

const fromDesk: readonly Notice[] = [
  {
    by: ['Molar & Sons Dental', 'Paws & Feathers Vet', 'Tidal Yoga'],
    subject: 'See you on {soon} at {time}',
    body: 'This is a reminder of your appointment on {soon} at {time}. Please bring yourself, and whatever you were told to bring last time.',
  },
  {
    by: ['Vikarholm Library'],
    subject: 'Two books are due on {soon}',
    body: '"{book}" and one more are due on {soon}. Somebody is waiting for the first one, quite visibly, by the radiator.',
    button: 'Renew',
  },
  {
    by: ['Vikarholm Library'],
    subject: 'Your reservation is here: {book}',
    body: '"{book}" has come back and is yours until {soon}. Shelf L, between a cookery book and a misunderstanding.',
  },
  {
    by: ['Tidal Yoga', 'Skerry Swimming Hall'],
    subject: 'Timetable from {month}',
    body: 'From {month} the early hour begins at {time}. The late hour stays late.',
    file: 'timetable.pdf',
  },
  {
    by: ['Harbour Lifeboat Fund'],
    subject: 'Thank you, Ada',
    body: 'Your gift of € {num} arrived. It buys a coil of line, {n} flares, or one very good lunch for a wet crew.',
    file: 'receipt.pdf',
  },
  {
    by: ['Molar & Sons Dental'],
    subject: '{kid}’s check-up in {month}',
    body: 'It is time again. We have {soon} at {time} or the day after. {pet} in the waiting room is friendly.',
  },
  {
    by: ['Vikarholm Library', 'Skerry Swimming Hall', 'Paws & Feathers Vet'],
    subject: 'Your vote, please: opening hours',
    body: 'Seven questions, two minutes, no prize. We read the comments aloud at the staff meeting, so make them good.',
    button: 'Answer',
  },
];

const fromSchool: readonly Notice[] = [
  {
    subject: 'Letter of the week {num}',
    body: 'Dear families, this week the third form measured the playground in herrings (it is {big} herrings long). On {soon} we end at noon.',
    file: 'week-letter.pdf',
  },
  {
    subject: 'School closed on {soon}',
    body: 'Because of {weather} and a broken pipe the school stays closed on {soon}. The teachers are as sorry as the children pretend to be.',
  },
  {
    subject: 'Parents’ evening, {soon} at {time}',
    body: 'We look forward to seeing you. Please sit on the large chairs, we have learned from last year.',
    button: 'Choose a time',
  },
  {
    subject: 'Menu for next week',
    body: 'Monday {food}, Tuesday {food}, Wednesday soup, Thursday whatever Wednesday was, Friday pancakes.',
    file: 'menu.pdf',
  },
  {
    subject: 'Photographs are ready',
    body: 'The class photographs can be collected. {kid} is in the second row and is the only one who is not blinking.',
  },
];

const asides = [
  'This message was written by a machine and read by a person before it was sent.',
  'Questions? Answer this mail, a human being opens it at {time}.',
  'Please think of {pet} before you print this.',
  'You get this because you are a customer, and a good one.',
  'Our office at {place} is open until {time}.',
];

function notify(random: Random, at: number, from: Organisation, notice: Notice, labels: readonly string[]): Letter {
  const slots = {
    amount: `${random.int(4, 980)}.${random.int(10, 99)}`,
    tail: String(random.int(1000, 9999)),
    code: `${random.int(10, 99)}-${random.int(10_000, 99_999)}`,
    pin: String(random.int(100_000, 999_999)),
    soon: spokenDay(at + random.int(2, 20) * dayMs),
    moment: plainMoment(at - random.int(10_000, 90_000)),
    name: from.name,
  };
  const say = (template: string): string => fill(template, english.words, random, slots);
  const blocks: Block[] = [
    text(
      random.chance(0.5) ? `${random.pick(['Dear Ada', 'Hello Ada', 'Dear Ms Lindqvist'])},` : say(random.pick(asides)),
    ),
    text(say(notice.body)),
  ];
  if (notice.button !== undefined) {
    blocks.push({ kind: 'button', text: notice.button, to: `https://${from.domain}/n/${at % 99_991}` });
  }
  if (random.chance(0.5)) blocks.push(text(say(random.pick(asides))));
  return bulletin({
    from: robot(from, from.name),
    subject: say(notice.subject),
    blocks,
    look: lookOf(from, random.pick(['card', 'bare'])),
    category: 'UPDATES',
    form: random.pick(['both', 'both', 'html', 'plain']),
    attachments: notice.file === undefined ? [] : [attachment(say(notice.file), random.int(30_000, 400_000))],
    labels,
    replyTo: `no-reply@${from.domain}`,
  });
}

function notices(senders: readonly Organisation[], said: readonly Notice[], labels: readonly string[]): Kind {
  return single('machine', (random, at) => {
    const notice = random.pick(said);
    const suited = senders.filter(({ name }) => notice.by?.includes(name) ?? true);
    return notify(random, at, random.pick(suited), notice, labels);
  });
}

export const bankNotice = notices(banks, fromBank, []);
export const bill = notices(utilities, fromUtility, ['House']);
export const securityNotice = notices(guarded, fromGuard, []);
export const reminder = notices(desks, fromDesk, []);
export const schoolNotice = notices([school], fromSchool, ['Kids & school']);
