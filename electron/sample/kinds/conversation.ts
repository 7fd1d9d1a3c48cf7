// People writing to each other: which topics, in which language, and for how long.
import type { Kind } from '../letter.ts';
import type { Rhythm } from '../moments.ts';
import { english } from '../texts/english.ts';
import { tongues } from '../texts/tongues.ts';
import { type Circle, peopleOf, speakersOf } from '../world/people.ts';
import { castOf, Talk } from './talk.ts';

/** Conversations in English, of those circles. */
export function conversation(rhythm: Rhythm, circles: readonly Circle[]): Kind {
  const topics = english.topics.filter((topic) => topic.circles.some((circle) => circles.includes(circle)));
  return {
    rhythm,
    pace: 'hours',
    lengths: [1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 7, 9, 12, 30],
    begin: (random, { length }) => {
      const topic = random.pick(topics);
      const others = peopleOf(random.pick(topic.circles.filter((circle) => circles.includes(circle))));
      const talk = new Talk(random, english, topic, castOf(random, random.pick(others), others, length));
      return (at, turn) => talk.write(at, turn);
    },
  };
}

/** Conversations in one of the other languages. */
export function foreignConversation(languages: readonly string[]): Kind {
  const spoken = tongues.filter(({ language }) => languages.includes(language));
  return {
    rhythm: 'home',
    pace: 'hours',
    lengths: [1, 2, 2, 3, 3, 4, 5, 7],
    begin: (random, { length, nth }) => {
      const tongue = spoken[nth % spoken.length] ?? random.pick(spoken);
      const topic = random.pick(tongue.topics);
      const first = random.pick(speakersOf(tongue.language, topic.circles));
      const talk = new Talk(random, tongue, topic, castOf(random, first, [], length));
      return (at, turn) => talk.write(at, turn);
    },
  };
}
