// Tickets, rooms, and the calendar files that come with them.
import { bulletin, lookOf } from '../bulletin.ts';
import { heading, small, text } from '../document.ts';
import { fill } from '../fill.ts';
import { type Letter, single } from '../letter.ts';
import { dayMs, spokenDay } from '../moments.ts';
import { attachment } from '../parts.ts';
import type { Random } from '../random.ts';
import { english } from '../texts/english.ts';
import { airlines, hotels, railways, robot } from '../world/organisations.ts';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const reference = (random: Random): string => Array.from({ length: 6 }, () => letters[random.int(0, 31)]).join('');

function ticket(random: Random, at: number): Letter {
  const flying = random.chance(0.5);
  const company = random.pick(flying ? airlines : railways);
  const code = reference(random);
  const say = (template: string, slots?: Record<string, string>): string =>
    fill(template, english.words, random, slots);
  const [from = 'Vikarholm', to = 'Saltby'] = random.some(english.words['town'] ?? [], 2);
  const day = spokenDay(at + random.int(4, 90) * dayMs);
  const number = `${company.name.slice(0, 2).toUpperCase()} ${random.int(100, 989)}`;
  const seats = `${random.int(2, 31)}${random.pick(['A', 'C', 'D', 'F'])}`;
  const note = say(
    random.pick([
      'Please be there {n} minutes before we leave; we are never early, but it has been known to happen.',
      'Bicycles, prams and double basses travel at the rear.',
      'The weather in {town} was {weather} when this was written.',
      'Your seat is by the window. The window is by the engine. We are sorry.',
    ]),
  );
  return bulletin({
    from: robot(company, company.name),
    subject: random.pick([
      `Your booking ${code}: ${from} to ${to}`,
      `${number} on ${day}`,
      `E-ticket ${code}`,
      `Ready for ${to}? Check in for ${number}`,
    ]),
    blocks: [
      heading(`${from} → ${to}`),
      {
        kind: 'rows',
        rows: [
          ['Booking', code],
          ['When', day, say('{time}')],
          [flying ? 'Flight' : 'Service', number],
          ['Seat', seats],
          ['Passengers', say('{n}')],
        ],
      },
      text(note),
      { kind: 'button', text: flying ? 'Check in' : 'Show the ticket', to: `https://${company.domain}/b/${code}` },
      small(`Carried under the conditions of ${company.name}, which are long.`),
    ],
    look: lookOf(company),
    category: 'UPDATES',
    form: random.chance(0.3) ? 'html' : 'both',
    attachments: [
      attachment(`${random.pick(['ticket', 'boarding-pass', 'itinerary'])}-${code}.pdf`, random.int(60_000, 320_000)),
      ...(random.chance(0.8) ? [attachment(`${code}.ics`, random.int(900, 1_800))] : []),
    ],
    labels: ['Travel'],
  });
}

function room(random: Random, at: number): Letter {
  const hotel = random.pick(hotels);
  const code = reference(random);
  const arrival = at + random.int(6, 80) * dayMs;
  const nights = random.int(1, 7);
  const say = (template: string): string => fill(template, english.words, random);
  return bulletin({
    from: robot(hotel, say(random.pick([hotel.name, `{friend} at ${hotel.name}`]))),
    subject: random.pick([
      `Your room from ${spokenDay(arrival)}`,
      `Booking ${code} at ${hotel.name}`,
      `We look forward to you (${nights} ${nights === 1 ? 'night' : 'nights'})`,
      `How was ${hotel.name}?`,
    ]),
    blocks: [
      text(
        say(
          random.pick([
            'Dear Ms Lindqvist, your room is booked, the one with the crooked floor that you liked. Breakfast is until {time}; there will be {food}.',
            'Dear Ada, thank you for choosing us again. The {tool} that your husband left behind is waiting at the desk.',
            'Welcome! The key is in the third flower pot, the stove takes {wood}, and {pet} belongs to the house.',
          ]),
        ),
      ),
      {
        kind: 'rows',
        rows: [
          ['Arrival', spokenDay(arrival)],
          ['Departure', spokenDay(arrival + nights * dayMs)],
          ['Reference', code],
          ['Price', `€ ${random.int(68, 190) * nights}`],
        ],
      },
      text(say('You can cancel without cost until two days before. The nearest ferry lands at {place}.')),
    ],
    look: lookOf(hotel, random.pick(['card', 'column'])),
    category: 'UPDATES',
    attachments: random.chance(0.35) ? [attachment(`booking-${code}.pdf`, random.int(40_000, 120_000))] : [],
    labels: ['Travel'],
  });
}

export const travel = single('machine', (random, at) => (random.chance(0.65) ? ticket(random, at) : room(random, at)));
