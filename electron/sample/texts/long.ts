// Paragraphs for letters that take an evening to write.

export const letterOpenings: readonly string[] = [
  'You asked how we are, and I thought that for once I would answer properly, with tea, before everybody else is up.',
  'It is {time}, the kettle is on, and I owe you {n} letters. This is one of them.',
];

export const letterClosings: readonly string[] = [
  'This has become long. I would cut it, but then I would have to read it. So I send it as it is, with a stamp that has a goose on it, in spirit.',
  'If you can come in {month}, come. If you cannot, come anyway. The bed in the {room} is made, and the ferry still smells of coffee and rope.',
];

export const letterParagraphs: readonly string[] = [
  'The crossing took {n} hours and felt like a whole book. We had {weather}, and then all at once none at all, and the sails hung there like washing.',
  'In {town} we tied up next to a couple who have been sailing for {num} months. They own two plates. They washed one of them for me and it felt like a ceremony.',
  'I have begun to draw again. Not well. A harbour, a hand, {pet} from behind. There is a kind of thinking that only happens when the pencil is moving.',
  'The children have built a post office in the {room}. It opens at {time}. One has to write a letter to get in, and a letter to get out.',
  'Yesterday an old man at {place} told me that his father built {boat}. He put his palm on the hull and left it there while he talked, as one does with horses.',
  'Do you remember the winter when the pipes froze and we all slept in one room? I tell that story now as if it had been a holiday. I suppose that it was.',
  'I am reading "{book}", slowly, two pages at night. It is the sort of book that makes one get up and check whether the door is open.',
  'Work is good and there is too much of it. The {wood} came late, the client came early, and in between I found a mistake of mine that nobody else would ever have noticed. I corrected it. It cost a week. I would do it again.',
  'The garden has decided to be only beans. I have stopped arguing.',
  'I met {friend} by chance, on the stairs of the library, and we talked until the light went out on us. Nothing important. All of it important.',
  'Papa is better. He walks to {place} and back with the stick that he refuses to call a stick. He says hello, and that you owe him a game of {game}.',
  'There was a concert in the church, {n} cellos and nothing else. In the slow part a child asked quite loudly whether this was the end, and the whole church wanted to say: not yet.',
  'I dreamed that we had a house with a staircase that led into the sea. You were not surprised. You only asked for towels.',
  'We have a new neighbour who plays scales at {time}. At first I minded. Today he was ill, and I noticed that I was waiting.',
  'I keep a list of things to tell you. Half of them turn out to be one thing: that it is quiet here, and that I would like you to hear it.',
];

export const logEntries: readonly string[] = [
  'Plank {num} port: spiled, cut, offered up. Fits.',
  'Plank {num} starboard: 2 mm proud at station {n}, planed.',
  'Rivets, row {num}: done, roved, {n} replaced.',
  'Frame {num}: crack at the turn of the bilge, sistered with {wood}.',
  'Steam box on at {time}. {n} ribs bent, none broken.',
  'Caulking, seam {num}: old cotton out, dry underneath.',
  'Keel bolt {num}: drawn, sound, cleaned, greased, back in.',
  'Lunch. {food}.',
  'Deck beam {num}: rot at the end, scarfed 1:8, glue from {month}.',
  'Paint: primer, {colour}, first coat, {weather}.',
  'Found under the sole: {thing}.',
  'Swept.',
];

/** What is written on photographs and about them. */
export const photoLines: readonly string[] = [
  'Here are the pictures from {place}. The third one is blurred because I was laughing.',
  '{n} photos of {boat}, and one of a gull that wanted to be in all of them.',
  'The children in {weather}. Please print the last one for Mormor.',
  'Before, during, after. I like "during" best.',
  'From the mast! My knees are still up there.',
  'All sharp ones are {friend}’s. All thumbs are mine.',
  'This is the light at {time}. I did nothing to it, I promise.',
];
