// What the English newsletters write about.

export interface Paper {
  readonly name: string;
  readonly domain: string;
  readonly colour: string;
  readonly box: string;
  /** Whether Ada files it under Reading. */
  readonly read: boolean;
  readonly greetings: readonly string[];
  readonly items: readonly (readonly [title: string, blurb: string])[];
  readonly asides: readonly string[];
}

const asides: readonly string[] = [
  'If you disagree, write to us. We read everything and answer on {day}s.',
  'A reader from {town} tells us that her grandmother did the same, only with {food}.',
  'We tried it {n} times, in {weather}, and would do it again.',
  'More about this next time, if the editor finds {thing}.',
  'It costs nothing, which is {sum} less than the alternative.',
];

export const papers: readonly Paper[] = [
  {
    name: 'The Slow Tide',
    domain: 'slowtide.example',
    colour: '#12657a',
    box: 'letters',
    read: true,
    greetings: [
      'Good morning from the pier.',
      'The sea is the colour of {colour} paint today.',
      'It is {time} and the gulls are in a meeting.',
    ],
    asides,
    items: [
      [
        'Why the fog has a smell',
        'It is not the fog, says the woman who measures it, it is everything that the fog has met on the way. We went out with her in {weather}.',
      ],
      [
        '{n} lighthouses you can sleep in',
        'Most have narrow beds and all have stairs. The one near {town} lends you a lamp and asks that you wave to the ferry at {time}.',
      ],
      [
        'A seal on {day}, again',
        'It lies on the same stone, at the same hour, with the same face. The harbour master has given up and put out a sign.',
      ],
      [
        'The rope that was {num} years old',
        'It held a bell, then a boat, then a swing. Now it holds a gate, and its owner would like to know what it wants to be next.',
      ],
      [
        'Tide tables, explained with soup',
        'Tilt the bowl. Now tilt it back before it spills. That is {town} in {month}, and the spoon is the moon.',
      ],
      [
        'What we got wrong last week',
        'The boat in the picture was not {boat} but her sister. We have been told so by {num} readers and one child.',
      ],
    ],
  },
  {
    name: 'Crumb & Kettle',
    domain: 'crumbkettle.example',
    colour: '#b23a2e',
    box: 'kitchen',
    read: true,
    greetings: ['Put the kettle on.', 'Today we cook with what is left.', 'Hungry? Good.'],
    asides,
    items: [
      [
        '{food}, without the fuss',
        'Everything goes into one pot, in the order in which you find it. Forty minutes later somebody will ask you for the recipe.',
      ],
      [
        'The case for burnt edges',
        'They are not burnt, they are opinionated. We asked {n} bakers, and only one of them defended the pale side.',
      ],
      [
        'A letter about salt',
        'You write that you are afraid of it. So were we. Begin with water, as salty as you remember the sea in {month}.',
      ],
      [
        '{day} supper in {num} minutes',
        'Including the washing up, if there is a child who can be bribed. Ours asked for {cake}.',
      ],
      [
        'Is your grater blunt? Yes.',
        'They all are. There is no shame in it, only knuckles. Here is how to tell, and what to do.',
      ],
      [
        'Soup for {n}, or for one, all week',
        'It gets better until {day}, stays the same for a day, and then it is time for pancakes.',
      ],
    ],
  },
  {
    name: 'Shavings',
    domain: 'shavings.example',
    colour: '#8a5a2b',
    box: 'bench',
    read: true,
    greetings: ['Sharpen first, read later.', 'From a cold bench and a warm stove.', 'Letters, tools and a splinter.'],
    asides,
    items: [
      [
        'Steam-bending {wood} in a drainpipe',
        'An hour per inch, they say, and then you have {n} seconds and no time for words. We filmed it. There are words.',
      ],
      [
        'The plane that nobody wanted',
        'It lay in a box at {place} for {num} kronor. After one evening with a stone it takes off a shaving that you can read through.',
      ],
      [
        'Scarf joints: 8 to 1 or 12 to 1?',
        'Old builders say eight, engineers say twelve, and the boat says nothing for thirty years. A long look at a long joint.',
      ],
      [
        'Your glue has a birthday',
        'Look under the tin. If it is older than {num} months, use it for toys. Not for planks, not for friends.',
      ],
      [
        'Reader’s bench: a boat in the {room}',
        'She is four metres long, the door is not. "I will think about that in {month}," says the builder.',
      ],
      [
        'On sweeping',
        'An essay about the last ten minutes of the day, and why the best workshop in {town} has the oldest broom.',
      ],
    ],
  },
  {
    name: 'Second Shelf',
    domain: 'secondshelf.example',
    colour: '#4a4e69',
    box: 'books',
    read: true,
    greetings: ['Three books, one chair.', 'What we read while it rained.', 'No spoilers below the fold.'],
    asides,
    items: [
      [
        '"{book}", reviewed by a sceptic',
        'I opened it to dislike it. By page {num} I had cancelled dinner. The plot is a door that opens the other way.',
      ],
      [
        'Short novels for long trains',
        'Each of these {n} ends before the terminus. Two of them are better if you miss your stop.',
      ],
      [
        'In praise of the index',
        'See also: apples; arguments; aunts, cruel. One can read a whole life there, in alphabetical order.',
      ],
      [
        'The librarian of {town}',
        'She knows what you borrowed in {month} and will never tell. She let us hold the stamp.',
      ],
      [
        'Poems you can keep in a pocket',
        'Fold along the third line. It survives rain, keys and one wash at forty degrees.',
      ],
      [
        'Who wrote the letters in "{book}"?',
        'Two scholars disagree, politely, over {big} pages and one dinner at which nobody passed the bread.',
      ],
    ],
  },
  {
    name: 'The Vikarholm Lantern',
    domain: 'lantern.vikarholm.example',
    colour: '#7f4f24',
    box: 'news',
    read: false,
    greetings: [
      'News from between the two bridges.',
      'What happened, and what nearly did.',
      'The town in five minutes.',
    ],
    asides,
    items: [
      [
        'Bridge closed on {day}',
        'From {time} until the paint is dry. Walk round by {place}; the baker has promised to open the back door.',
      ],
      [
        'Council votes on benches',
        'After {n} hours it was decided that there shall be benches. Their colour, {colour}, was decided in four minutes.',
      ],
      [
        'Swans: please do not negotiate',
        'The pair at {place} has accepted bread from too many sides and now expects a contract.',
      ],
      [
        'School choir wins {town} cup',
        'The judges praised "volume and conviction". The trophy may be seen in the window of the library.',
      ],
      ['Lost and found', '{thing}, a tuba, and a cake (eaten). Please come to the office before {day}.'],
      [
        'Ferry timetable from {month}',
        'The late boat leaves at {time} again. The captain thanks all who wrote, and asks them to use it.',
      ],
    ],
  },
  {
    name: 'Curious by Post',
    domain: 'curiouspost.example',
    colour: '#5a189a',
    box: 'ask',
    read: true,
    greetings: ['You asked, we looked it up.', 'Small questions, longer answers.', 'Science, with its shoes off.'],
    asides,
    items: [
      [
        'Can a herring sneeze?',
        'It has no nose for it, yet it makes a noise from the other end, and other herring answer. We are as surprised as you.',
      ],
      [
        'Why {n} is the loneliest number of chairs',
        'A mathematician explains seating plans with the help of her cousins.',
      ],
      [
        'The weight of a shadow',
        'Light pushes, very gently. A town the size of {town} in full sun is pressed down by about a sandwich.',
      ],
      [
        'How a kite knows',
        'It does not, the string does. Try it at {place} in {weather} and you will feel the difference in your thumb.',
      ],
      [
        'Does moss sleep?',
        'For {num} years, if it must. Then somebody spills a cup of tea, and it goes on as if nothing had happened.',
      ],
      [
        'Ask a grown-up: the moon edition',
        '{n} readers under ten wrote in. The best question: "Who turns it round to wash the back?"',
      ],
    ],
  },
  {
    name: 'Rainy Day Club',
    domain: 'rainydayclub.example',
    colour: '#f07167',
    box: 'club',
    read: false,
    greetings: ['Nothing to do? Wonderful.', 'Scissors, glue, patience.', 'For small hands and tired parents.'],
    asides,
    items: [
      [
        'A theatre in a shoe box',
        'You need a box, a torch and {n} spoons with faces. The curtain may be a sock. The critics may be bears.',
      ],
      [
        'The great {room} expedition',
        'Crossing it without touching the floor takes skill, cushions and a guide. Ours was {num} months old.',
      ],
      ['Ink from walnuts', 'It stains everything for ever, which is the point. Wear something {colour}.'],
      ['Boats from half a lemon', 'They sail better than the other half. Race them at {time}, before the lemonade.'],
      [
        'Secret writing for {day}',
        'Milk, a brush and a warm lamp. Please do not tell your sister. She gets this letter too.',
      ],
    ],
  },
];
