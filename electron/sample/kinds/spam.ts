// Unwanted mail, as loud as it comes.
import { escapeText } from '../document.ts';
import { fill } from '../fill.ts';
import { single } from '../letter.ts';
import { attachment, html, mixed, plain } from '../parts.ts';
import { english } from '../texts/english.ts';
import { spamBodies, spamDomains, spamSubjects } from '../texts/spam.ts';
import { ada } from '../world/people.ts';

export const spam = single('machine', (random) => {
  const domain = random.pick(spamDomains);
  const text = random
    .some(spamBodies, random.int(1, 3))
    .map((body) => fill(body, english.words, random))
    .join('\n\n');
  const hypertext = html(
    `<body bgcolor="yellow"><center><font size="6" color="red">${escapeText(text).replaceAll('\n', '<br>')}</font><br><a href="https://${domain}/win">CLICK HERE</a></center></body>`,
  );
  return {
    from: {
      name: random.pick([
        'Prize Office',
        'Admiral Sorrow',
        'Your Bank (real)',
        'ada.lindqvist@example.org',
        'Support Support',
      ]),
      email: `no${random.int(10, 99_999)}@${domain}`,
      zone: -480,
      mailer: 'lower',
    },
    to: [random.chance(0.6) ? ada : { ...ada, name: 'undisclosed', email: 'recipients@clickclick.test' }],
    subject: fill(random.pick(spamSubjects), english.words, random),
    body: random.chance(0.5)
      ? hypertext
      : random.chance(0.3)
        ? mixed(plain(text), attachment('invoice.zip', random.int(20_000, 90_000)))
        : plain(text),
    text,
    category: 'PROMOTIONS',
    spam: true,
  };
});
