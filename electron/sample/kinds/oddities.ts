// Mail that tests a mail program: no subject, far too much subject, one word, both directions of writing in one line,
// and messages inside messages.
import { escapeText } from '../document.ts';
import { address } from '../envelope.ts';
import { fill } from '../fill.ts';
import { type Part, single } from '../letter.ts';
import { dayMs, mailDate } from '../moments.ts';
import { alternative, html, mixed, plain } from '../parts.ts';
import { utter } from '../personal.ts';
import type { Random } from '../random.ts';
import { briefs, english } from '../texts/english.ts';
import { ada, peopleOf } from '../world/people.ts';

const say = (template: string, random: Random): string => fill(template, english.words, random);

type Odd = readonly [subject: string, body: string];

const odd: readonly Odd[] = [
  ['', 'I pressed send before I had thought of a subject. The subject is {food}.'],
  ['', '{brief}'],
  ['', 'See attached. Not attached: the explanation. That follows on {day}.'],
  [
    'Did you perhaps, when you were at {place} on {day}, or on the way back from there, or possibly the week before, see {thing}, which belongs to {friend}, who is too polite to ask, and who has, in the meantime, bought another one, but would still like to know, as would I, having promised to ask everybody, including you, twice',
    'Asking for a friend. Really.',
  ],
  ['{brief}', ''],
  ['🎉🎂⛵', '🎈🎈🎈 {time}! 🥳 Bring {food} 🧁'],
  ['🐙', 'The octopus says hello. {kid} has been typing.'],
  ['👩‍👩‍👧‍👦 + 🏝️ = ❤️', 'We are back! 👋🏽 {n} days, {num} photos, one sunburnt 👃🏼.'],
  ['RE: FW: Re: AW: SV: {town}', 'Does anybody still know what this was about? I only wanted to say: yes.'],
  ['   spaces    everywhere   ', 'My   keyboard   is   sticky.  It   is   the   jam.'],
  ['<b>Not bold</b> & "quoted"', 'Tom said: 5 < 6 && 7 > 3. I said: <script> is a nice word for a play, isn’t it?'],
  ['test', 'test {num}, please ignore'],
  [
    'قرار شام: dinner at {time}',
    'سلام Ada، قرار ما ساعت {time} است، کنار {place}. لطفاً {n} صندلی (chairs) و {food} بیاور.\n\nIf you are late, زنگ بزن!',
  ],
  [
    'Re: فایل lines-plan-v2.pdf (نسخه {num})',
    'The Persian title is «نقشه‌ی خطوط»، and the file is called lines-plan-v2.pdf، نسخه‌ی {num}.\n\nدر صفحه‌ی 3، line 14، به‌جای «starboard» نوشته «راست»؛ is that right? 😊',
  ],
  [
    'שלום from {town}!',
    'הגענו ל־{town} בשעה {time}. The ferry was late, אבל הים היה שקט.\n\nתגידי ל־Navid שמצאתי את {thing} (yes, really).',
  ],
  [
    'موعد meeting رقم {num}',
    'مرحباً Ada، الاجتماع يوم {day} (Room {num}) الساعة {time}.\n\nأرفقتُ الملف estimate-{big}.pdf، الصفحة 2 هي المهمة.',
  ],
];

export const oddity = single('home', (random, at, nth) => {
  const [subject, body] = odd[nth % odd.length] ?? random.pick(odd);
  const from = random.pick(peopleOf(random.pick(['family', 'friends', 'club', 'street'])));
  const brief = random.pick(briefs);
  const text = fill(body, english.words, random, { brief });
  const uttered = utter({ ...from, mailer: random.pick(['web', 'plain', 'phone']) }, at, [text], {
    ...english,
    direction: 'ltr',
  });
  const plainly = { body: plain(text), text };
  return {
    from,
    to: [ada],
    subject: fill(subject, english.words, random, { brief }),
    ...(text === '' || random.chance(0.5) ? plainly : { body: uttered.body, text: uttered.text }),
    category: 'PERSONAL',
  };
});

/** A message inside a message, as some programs forward. */
export const forwarded = single('office', (random, at) => {
  const from = random.pick(peopleOf(random.pick(['yard', 'street', 'club'])));
  const original = random.pick(peopleOf(random.pick(['clients', 'suppliers', 'school'])));
  const topic = random.pick(english.topics);
  const subject = say(random.pick(topic.subjects), random);
  const inner = say(random.pick(topic.open), random);
  const note = say(
    random.pick([
      'This came to me and is meant for you, I think.',
      'FYI. I answered that you would answer.',
      'Please see below, and do not shoot the postman.',
      'From the pile on my desk, {n} days old.',
    ]),
    random,
  );
  const headers = [
    ['From', address(original)],
    ['To', address(from)],
    ['Subject', subject],
    ['Date', mailDate(at - random.int(1, 5) * dayMs, original.zone)],
    ['Message-ID', `<${at.toString(36)}.inner@${original.email.slice(original.email.indexOf('@') + 1)}>`],
  ] as const;
  const enclosed: Part = {
    type: 'message/rfc822',
    ...(random.chance(0.5) ? { filename: 'forwarded.eml' } : {}),
    parts: [
      {
        ...alternative(
          plain(`Hello,\n\n${inner}\n\n${original.nick}`),
          html(`<p>Hello,</p><p>${escapeText(inner)}</p>`),
        ),
        headers,
      },
    ],
  };
  return {
    from,
    to: [ada],
    subject: `${random.pick(['Fwd: ', 'FW: ', 'Fw: '])}${subject}`,
    body: mixed(plain(note), enclosed),
    text: note,
    category: 'PERSONAL',
    labels: topic.labels,
  };
});
