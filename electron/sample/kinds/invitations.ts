// Calendar invitations, what becomes of them, and mail that could not be delivered.
import { bulletin, lookOf } from '../bulletin.ts';
import { escapeText, text } from '../document.ts';
import { address } from '../envelope.ts';
import { fill } from '../fill.ts';
import { type Kind, type Letter, single } from '../letter.ts';
import { calendarMoment, dayMs, hourMs, mailDate, plainMoment, spokenDay } from '../moments.ts';
import { alternative, attachment, calendar, html, mixed, plain } from '../parts.ts';
import { english } from '../texts/english.ts';
import { ada, peopleOf } from '../world/people.ts';

const events = [
  'Monday meeting, standing up',
  'Varnish day, {boat}',
  'Launch of {boat}',
  'Coffee with {friend}',
  'Review of the lines, revision {n}',
  'Dentist ({kid})',
  'Choir, extra rehearsal',
  'Survey of {boat} in {town}',
  'Budget for {month}',
  'Goodbye cake for Viggo',
  'First aid, with bandages',
  'Walk round {place}',
];

const remarks = [
  'Please bring the drawings, and {food} if you pass the baker.',
  'Short, I promise. I have said that before, but this time there are no chairs.',
  'We meet at {place}. If it rains, we meet at {place}, but inside.',
  'The room has a window, so please look out of it only in turns.',
  'No preparation needed, except courage.',
];

/** An invitation, then perhaps a change, then perhaps the end of it. */
export const invitation: Kind = {
  rhythm: 'office',
  pace: 'days',
  lengths: [1, 1, 2, 3],
  begin: (random) => {
    const host = random.pick(peopleOf(random.pick(['yard', 'clients', 'friends', 'club'])));
    const title = fill(random.pick(events), english.words, random);
    const place = fill('{place}, {town}', english.words, random);
    const guests = random.some(peopleOf('yard'), 3).filter((guest) => guest !== host);
    const uid = `${random.int(1e8, 9e8)}@calendar.example`;
    return (at, turn) => {
      const starts = Math.floor((at + random.int(2, 20) * dayMs) / hourMs) * hourMs;
      const method = turn === 2 ? 'CANCEL' : 'REQUEST';
      const when = `${spokenDay(starts)}, ${plainMoment(starts).slice(11)}`;
      const remark = fill(random.pick(remarks), english.words, random);
      const ics = [
        'BEGIN:VCALENDAR',
        `METHOD:${method}`,
        'BEGIN:VEVENT',
        `UID:${uid}`,
        `SEQUENCE:${turn}`,
        `DTSTART:${calendarMoment(starts)}`,
        `DTEND:${calendarMoment(starts + hourMs)}`,
        `SUMMARY:${title}`,
        `LOCATION:${place}`,
        `ORGANIZER:mailto:${host.email}`,
        ...[ada, ...guests].map((guest) => `ATTENDEE:mailto:${guest.email}`),
        'END:VEVENT',
        'END:VCALENDAR',
      ].join('\r\n');
      const said = `${title}\n\nWhen: ${when}\nWhere: ${place}\nWho: ${[host, ada, ...guests].map(({ name }) => name).join(', ')}\n\n${remark}`;
      const prefix = ['Invitation', 'Updated invitation', 'Cancelled'][turn] ?? 'Invitation';
      return {
        from: { ...host, mailer: 'robot' },
        to: [ada],
        subject: `${prefix}: ${title} @ ${when}`,
        body: mixed(
          alternative(
            plain(said),
            html(`<div>${escapeText(said).replaceAll('\n', '<br>\n')}</div>`),
            calendar(method, ics),
          ),
          attachment('invite.ics', ics.length),
        ),
        text: said,
        sender: 'invitations@calendar.example',
        category: 'PERSONAL',
        ...(turn === 0 ? {} : { answers: turn - 1 }),
      };
    };
  },
};

export const answerToInvitation = single('office', (random, at) => {
  const guest = random.pick(peopleOf('yard'));
  const title = fill(random.pick(events), english.words, random);
  const answer = random.pick(['Accepted', 'Declined', 'Tentative']);
  const letter = bulletin({
    from: guest,
    subject: `${answer}: ${title} @ ${spokenDay(at + 4 * dayMs)}`,
    blocks: [
      text(`${guest.name} has answered: ${answer.toLowerCase()}.`),
      text(fill(random.pick(english.replies), english.words, random)),
    ],
    look: lookOf({ name: 'Calendar', colour: '#3c6e71' }, 'bare'),
    category: 'PERSONAL',
  });
  return { ...letter, body: mixed(letter.body, calendar('REPLY', `SUMMARY:${title}`.padEnd(420))) };
});

const reasons = [
  ['5.1.1', 'there is nobody of that name here, and has not been since the spring'],
  ['4.2.2', 'the letter box is full, mostly of photographs of one dog'],
  ['5.4.1', 'the house did not answer the door'],
  ['5.3.4', 'the message is larger than the letter box'],
] as const;

export const bounce = single('machine', (random, at): Letter => {
  const lost = random.pick(peopleOf(random.pick(['clients', 'club', 'friends'])));
  const [status, reason] = random.pick(reasons);
  const email = lost.email.replace('@', '.old@');
  const topic = fill(random.pick(english.topics).subjects[0] ?? 'Hello', english.words, random, {
    book: 'An Inventory of Clouds',
  });
  const said = `Your message to ${email} could not be delivered: ${reason}.\n\nSubject: ${topic}\nStatus: ${status}\n\nWe tried for ${random.int(2, 5)} days. The message is attached, so that nothing is lost but time.`;
  const returned = [
    ['From', address(ada)],
    ['To', email],
    ['Subject', topic],
    ['Date', mailDate(at - 9 * hourMs, 60)],
    ['Message-ID', `<CA+${at.toString(36)}@mail.example.org>`],
  ] as const;
  return {
    from: { name: 'Mail Delivery Subsystem', email: 'mailer-daemon@mx.example.org', zone: 0, mailer: 'robot' },
    to: [ada],
    subject: random.pick([
      'Delivery Status Notification (Failure)',
      `Undeliverable: ${topic}`,
      'Returned mail: see transcript',
    ]),
    body: {
      type: 'multipart/report',
      parameters: '; report-type="delivery-status"',
      parts: [
        plain(said),
        { type: 'message/delivery-status', size: random.int(380, 620) },
        {
          type: 'message/rfc822',
          parts: [{ ...plain(fill(random.pick(english.replies), english.words, random)), headers: returned }],
        },
      ],
    },
    text: said,
    headers: [
      ['Auto-Submitted', 'auto-replied'],
      ['X-Failed-Recipients', email],
    ],
    category: 'UPDATES',
  };
});
