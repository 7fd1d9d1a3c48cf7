// What strangers discuss on mailing lists, in forums and on the code host.

export interface Debate {
  readonly subjects: readonly string[];
  readonly posts: readonly string[];
}

export const boatDebate: Debate = {
  subjects: [
    'Copper or bronze below the waterline?',
    'How dry is dry enough for {wood}?',
    'Leak at the garboard, {boat}, 1962',
    'Best paint for a deck in {weather}',
    'Show us your bilge',
    'Where to buy a {tool} near {town}',
    'Old rope: what do you do with it?',
    'My {num}-year project is in the water',
    'Help me identify this fitting',
    'Wooden masts and woodpeckers',
  ],
  posts: [
    'Copper, and I will die on this hill, or rather sink next to it.',
    'I have used {wood} at 18 per cent for {n} boats. One of them still speaks to me.',
    'There is a simple test: put a biscuit on it overnight. If the biscuit is soft in the morning, wait.',
    'Have you tried doing nothing? She will take up. Mine needed {num} hours and a strong nerve.',
    'My grandfather swore by linseed oil and red lead. He also swore at it.',
    'Photo attached to the page. The thing on the left is the fitting, the thing on the right is my thumb.',
    'I disagree with every word of the above, and thank the author for his patience.',
    'In {town} there is a man called Ivo who has two. He lends one, but he wants stories for it.',
    'Update after a week: it was the plank next to the plank. It is always the plank next to the plank.',
    'Woodpeckers dislike tar, owls made of plastic, and accordion music. I have tested two of the three.',
    'It is a fairlead from a lugger. Polish it, hang it up, and lie about where it is from.',
    'Please keep the discussion civil. There is room in this forum for both kinds of caulking.',
    'She floats! {n} of us stood in the water and nobody said anything for a whole minute.',
    'Do not paint in {month}. I wrote this on the wall of my shed, and then I painted in {month}.',
  ],
};

export const breadDebate: Debate = {
  subjects: [
    'Starter smells of {colour} paint, normal?',
    'Holes: too many, too few, only one',
    'Rye at {num} per cent',
    'I forgot the salt (again)',
    'Baking on board, in {weather}',
    'What did you name yours?',
  ],
  posts: [
    'Feed it and leave the room. It is like a cat, it will come when you stop looking.',
    'One hole is a house for the butter. I see no problem.',
    'Mine is called Gudrun and is {num} months old. She lives behind the radiator.',
    'Knead less. Then less than that.',
    'Salted butter exists for exactly this situation.',
    'At {num} per cent hydration you are not baking, you are pouring.',
    'I put it in the oven at {time} and the whole street came to ask.',
    'A wet cloth, a warm shelf and no opinions: that is the whole method.',
  ],
};

export const codeDebate: Debate = {
  subjects: [
    'Tide predictions are off by one hour after the clocks change',
    'Add a harbour: {town}',
    'Crash when the station list is empty',
    'Use integers for heights, in millimetres',
    'Documentation: what is a neap?',
    'Drop support for the old almanac format',
    'Dark theme makes the moon invisible',
    'Right-to-left labels overlap the curve',
    'Flaky test: high water at midnight',
    'Faster harmonic sum ({num} % on my machine)',
  ],
  posts: [
    'I can reproduce this on {day}s only, which was my first clue.',
    'The table for {town} has {big} entries and one of them is a joke. I removed the joke. Sorry.',
    'Nice catch. Could you add a test that fails without the change?',
    'Rebased. The moon is visible again, and slightly smug.',
    'I would rather not add a dependency for eleven lines of sine.',
    'LGTM, apart from the name. "thing2" has to go.',
    'The failure is real: at midnight there are two tides with the same date. We never noticed because nobody was awake.',
    'Closing this as a duplicate of an issue that we closed as a duplicate of this one. I will sort it out on {day}.',
    'Merged, thank you! Welcome to the list of contributors, there are {num} of us now.',
    'Could we keep the old format for one more release? The museum in {town} still prints it.',
  ],
};

export const streetDebate: Debate = {
  subjects: [
    'Parking on {day}',
    'Who feeds {pet} at number {num}?',
    'Loud tuba, {time}',
    'Free: sofa, sturdy, {colour}',
    'Bins will be collected {later}',
    'Flea market: tables wanted',
  ],
  posts: [
    'Taken! Thank you. It would not go up the stairs, so it now lives in the courtyard, under a tarpaulin.',
    'It is me, and it is a euphonium.',
    'Could whoever parks in front of the pump please stop? The pump has feelings, and so does the fire brigade.',
    'I can take two tables and a child who shouts prices.',
    '{friend} feeds it on weekdays, I on weekends, and it has told neither of us about the other.',
    'Reminder that this list is for the street and not for poems. The poem was good, though.',
    'They came at {time}. I stood there in my dressing gown and waved.',
    'Has anybody lost {thing}? It is on the railing of number {num}.',
  ],
};
