// What the window says where a filter is typed, built and explained. A part of `wording`.
import { translate } from './translate.ts';

export const completion = {
  name: translate('completion.name'),
  count: (count: number) => translate('completion.count', { count }),
  operator: {
    from: translate('completion.operator.from'),
    to: translate('completion.operator.to'),
    cc: translate('completion.operator.cc'),
    bcc: translate('completion.operator.bcc'),
    subject: translate('completion.operator.subject'),
    label: translate('completion.operator.label'),
    in: translate('completion.operator.in'),
    is: translate('completion.operator.is'),
    category: translate('completion.operator.category'),
    has: translate('completion.operator.has'),
    filename: translate('completion.operator.filename'),
    list: translate('completion.operator.list'),
    deliveredto: translate('completion.operator.deliveredto'),
    rfc822msgid: translate('completion.operator.rfc822msgid'),
    after: translate('completion.operator.after'),
    before: translate('completion.operator.before'),
    newer_than: translate('completion.operator.newer_than'),
    older_than: translate('completion.operator.older_than'),
    larger: translate('completion.operator.larger'),
    smaller: translate('completion.operator.smaller'),
  },
  day: {
    today: translate('completion.day.today'),
    yesterday: translate('completion.day.yesterday'),
    week: translate('completion.day.week'),
    month: translate('completion.day.month'),
    year: translate('completion.day.year'),
    lastYear: translate('completion.day.lastYear'),
  },
} as const;

export const chipRow = {
  edit: (chip: string) => translate('chipRow.edit', { chip }),
  remove: (chip: string) => translate('chipRow.remove', { chip }),
} as const;

export const queryForm = {
  open: translate('queryForm.open'),
  title: translate('queryForm.title'),
  from: translate('queryForm.from'),
  to: translate('queryForm.to'),
  subject: translate('queryForm.subject'),
  words: translate('queryForm.words'),
  without: translate('queryForm.without'),
  place: translate('queryForm.place'),
  anyPlace: translate('queryForm.anyPlace'),
  places: {
    'in:inbox': translate('queryForm.inbox'),
    'in:all': translate('queryForm.all'),
    'in:anywhere': translate('queryForm.anywhere'),
    'in:sent': translate('queryForm.sent'),
    'in:draft': translate('queryForm.drafts'),
    'in:spam': translate('queryForm.spam'),
    'in:trash': translate('queryForm.trash'),
  },
  after: translate('queryForm.after'),
  before: translate('queryForm.before'),
  size: translate('queryForm.size'),
  anySize: translate('queryForm.anySize'),
  larger: translate('queryForm.larger'),
  smaller: translate('queryForm.smaller'),
  megabytes: translate('queryForm.megabytes'),
  attachment: translate('queryForm.attachment'),
  kept: (rest: string) => translate('queryForm.kept', { rest }),
  clear: translate('queryForm.clear'),
  done: translate('queryForm.done'),
} as const;

export const queryHelp = {
  open: translate('queryHelp.open'),
  title: translate('queryHelp.title'),
  lead: translate('queryHelp.lead'),
  find: translate('queryHelp.find'),
  none: translate('queryHelp.none'),
  groups: {
    people: translate('queryHelp.people'),
    content: translate('queryHelp.content'),
    places: translate('queryHelp.places'),
    time: translate('queryHelp.time'),
    joining: translate('queryHelp.joining'),
  },
  joining: {
    word: translate('queryHelp.word'),
    phrase: translate('queryHelp.phrase'),
    without: translate('queryHelp.without'),
    either: translate('queryHelp.either'),
    group: translate('queryHelp.group'),
    beginning: translate('queryHelp.beginning'),
    part: translate('queryHelp.part'),
    near: translate('queryHelp.near'),
  },
} as const;
