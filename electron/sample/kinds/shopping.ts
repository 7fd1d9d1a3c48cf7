// What shops send: temptation, receipts with a PDF, and where the parcel is.
import { bulletin, leaving, lookOf } from '../bulletin.ts';
import { type Block, heading, small, text } from '../document.ts';
import { fill } from '../fill.ts';
import { type Kind, type Letter, single } from '../letter.ts';
import { dayMs, spokenDay } from '../moments.ts';
import { attachment } from '../parts.ts';
import type { Random } from '../random.ts';
import { english } from '../texts/english.ts';
import { type Shop, shops } from '../world/goods.ts';
import { carriers, robot } from '../world/organisations.ts';

const tempting = [
  '{percent} % off {season}',
  'New: {good}',
  'You looked at the {good} for quite a while',
  'Last chance, and we mean it this time: {percent} %',
  '{season}? We are ready',
  'Back in stock: {good} 🎉',
  '{ends} only: free delivery',
  'We wrapped something for you, Ada',
  'Still thinking of it? {good}',
  'Three things for {season}',
  '⏰ Ends at midnight: {good}',
  'Our {good}, and the person who makes it',
  'Re: your basket (it is getting cold)',
  'A small sale, quietly: {percent} %',
  'What {friend} bought last week',
];

const pitches = [
  'It took us {n} years to get the {good} right, and we have finally stopped fiddling with it. Order before {ends} and it goes out the same day.',
  'Until {ends} you get {percent} % off everything that reminds us of {season}. Yes, the {other} too.',
  'We do not shout. We only mention, in passing, that we have this again: {good}. Last time it took {n} hours.',
  'Somebody wrote to us that the {good} had changed her mornings. We asked how. She sent a drawing of a smile.',
  'There are {percent} left. After that we close the book until {month} and go for a walk.',
  'Your basket still holds the {good}. We have dusted it twice. Shall we send it to you, or set it free?',
  'For {season} we have put together the {good}, the {other} and a little something that fits through the letter box.',
];

const euros = (cents: number): string => `€ ${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

const teaser = (random: Random, at: number): Letter => {
  const shop = random.pick(shops);
  const [good = '', other = '', third = ''] = random.some(shop.goods, 3);
  const slots = {
    good,
    other,
    season: shop.season,
    percent: String(random.int(2, 14) * 5),
    ends: spokenDay(at + random.int(1, 6) * dayMs),
  };
  const say = (template: string): string => fill(template, english.words, random, slots);
  const subject = say(random.pick(tempting));
  const pieces: Block[] = [good, other, third].map((name, i) => ({
    kind: 'rows',
    rows: [[name, euros(random.int(690, 14_900)), i === 0 ? 'new' : random.pick(['few left', 'in stock', 'reduced'])]],
  }));
  return bulletin({
    from: robot(shop, shop.name),
    subject,
    blocks: [
      heading(say(random.pick(['For {season}', 'Hello again', '{good}', 'Only until {ends}']))),
      { kind: 'image', source: `https://img.${shop.domain}/${at % 997}.jpg`, text: good, height: 300 },
      text(say(random.pick(pitches))),
      ...pieces.slice(0, random.int(1, 3)),
      {
        kind: 'button',
        text: random.pick(['Have a look', 'To the shop', 'Take me there']),
        to: `https://${shop.domain}/s/${at % 99_991}`,
      },
      small(`${shop.name} sends this about twice a week. Too often? https://${shop.domain}/less`),
    ],
    look: { ...lookOf(shop), ...(random.chance(0.5) ? { preheader: say(random.pick(pitches)).slice(0, 90) } : {}) },
    category: 'PROMOTIONS',
    form: random.chance(0.5) ? 'html' : 'both',
    headers: leaving(shop.domain, 'offers'),
    ...(random.chance(0.2) ? { tag: 'shops' } : {}),
  });
};

export const promotion = single('machine', teaser);

function orderNumber(shop: Shop, random: Random): string {
  return `${shop.name.slice(0, 2).toUpperCase()}-${random.int(100_000, 999_999)}`;
}

const thanks = [
  'Thank you! Your order is with us and somebody is already looking for a box of the right size.',
  'We have it. Nothing more for you to do than wait, which is the hardest part.',
  'Hello Ada, this is your receipt. Keep it in a safe place, or in a shoe box, as we do.',
  'Your order has made our {day}. Here is what you chose:',
  'Paid and noted. If we have misspelled anything, blame {pet}.',
];

export const receipt = single('machine', (random, at) => {
  const shop = random.pick(shops);
  const order = orderNumber(shop, random);
  const rows = random.some(shop.goods, random.int(1, 4)).map((good) => ({
    good,
    count: random.int(1, 3),
    cents: random.chance(0.8) ? random.int(290, 3_900) : random.int(3_900, 14_900),
  }));
  const delivery = random.pick([0, 390, 590]);
  const total = rows.reduce((sum, row) => sum + row.count * row.cents, delivery);
  const first = rows[0]?.good ?? '';
  return bulletin({
    from: robot(shop, random.pick([shop.name, `${shop.name} orders`])),
    subject: random.pick([
      `Your receipt ${order}`,
      `Order ${order} confirmed: ${first}`,
      `Thank you for your order (${euros(total)})`,
      `[${shop.name}] ${order}`,
    ]),
    blocks: [
      text(fill(random.pick(thanks), english.words, random)),
      heading(`Order ${order}`),
      {
        kind: 'rows',
        rows: [
          ...rows.map(({ good, count, cents }) => [`${count} ×`, good, euros(count * cents)]),
          ['', 'Delivery', euros(delivery)],
          ['', 'Total, VAT included', euros(total)],
        ],
      },
      text(
        `Paid on ${spokenDay(at)} with the card ending in ${random.int(1000, 9999)}. Delivered to Quay Street 11, Vikarholm.`,
      ),
      { kind: 'button', text: 'See the order', to: `https://${shop.domain}/orders/${order}` },
    ],
    look: lookOf(shop, random.pick(['card', 'bare'])),
    category: 'UPDATES',
    form: random.chance(0.25) ? 'html' : 'both',
    attachments: random.chance(0.7) ? [attachment(`receipt-${order}.pdf`, random.int(38_000, 190_000))] : [],
    labels: ['Orders'],
    replyTo: `help@${shop.domain}`,
  });
});

const stations = [
  ['Packed: {good}', 'Your parcel is closed, labelled and sitting by the door with its coat on.'],
  [
    'Your parcel from {shop} is on its way',
    'It left our depot in {town} at {time} and is expected on {due}. It weighs {num} hundred grams, wrapping included.',
  ],
  [
    'Out for delivery: {good}',
    'The driver has {num} stops, you are number {stop}. Somebody should be in between {time} and supper.',
  ],
  ['We missed you', 'We rang at {time}. A dog answered. Your parcel is now with a neighbour, or at {place}.'],
  ['Delivered ✓ {good}', 'It was handed over at {time}. If it was not, tell us; if it was, enjoy it.'],
] as const;

/** The news about one parcel, in order. */
export const shipping: Kind = {
  rhythm: 'machine',
  pace: 'days',
  lengths: [1, 2, 3, 4],
  begin: (random) => {
    const shop = random.pick(shops);
    const carrier = random.pick(carriers);
    const good = random.pick(shop.goods);
    const number = `${random.int(1000, 9999)} ${random.int(1000, 9999)} ${random.int(10, 99)}`;
    let station = random.int(0, 1);
    return (at, turn) => {
      const [subject, body] = stations[Math.min(station, stations.length - 1)] ?? stations[1];
      station += random.int(1, 2);
      const due = spokenDay(at + random.int(1, 3) * dayMs);
      const slots = { good, shop: shop.name, due, stop: String(random.int(3, 60)) };
      const say = (template: string): string => fill(template, english.words, random, slots);
      const letter = bulletin({
        from: robot(carrier, carrier.name),
        subject: `${say(subject)} (${number})`,
        blocks: [
          text(say(body)),
          {
            kind: 'rows',
            rows: [
              ['Parcel', number],
              ['From', shop.name],
              ['Contents', good],
            ],
          },
          {
            kind: 'button',
            text: 'Follow the parcel',
            to: `https://${carrier.domain}/t/${number.replaceAll(' ', '')}`,
          },
        ],
        look: lookOf(carrier, random.pick(['card', 'bare'])),
        category: 'UPDATES',
        labels: ['Orders'],
      });
      return turn === 0 ? letter : { ...letter, answers: turn - 1 };
    };
  },
};
