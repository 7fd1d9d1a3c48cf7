// A query as the fields of a form, and back: pure. What no field has room for is kept as it is.
import { bytesOfMegabyte, writtenDay } from '../../electron/search/dates.ts';
import { parse } from '../../electron/search/parse.ts';
import { print } from '../../electron/search/print.ts';
import type { Query } from '../../electron/search/query.ts';
import { not } from '../../electron/search/tree.ts';
import { partsOf } from './meaning.ts';

export const textFields = ['from', 'to', 'subject', 'words', 'without'] as const;
export type TextFieldName = (typeof textFields)[number];

export interface FormSize {
  readonly bound: 'larger' | 'smaller';
  readonly megabytes: number;
}

export interface QueryForm extends Readonly<Record<TextFieldName, string>> {
  /** A query: `in:sent`, `label:Work`; empty where none is asked for. */
  readonly place: string;
  /** As `<input type=date>` has it; empty where none is asked for. */
  readonly after: string;
  readonly before: string;
  readonly size: FormSize | null;
  readonly attachment: boolean;
  /** The parts that stand in no field. */
  readonly rest: string;
}

export const emptyForm: QueryForm = {
  from: '',
  to: '',
  subject: '',
  words: '',
  without: '',
  place: '',
  after: '',
  before: '',
  size: null,
  attachment: false,
  rest: '',
};

const joined = (one: string, other: string) => (one === '' ? other : `${one} ${other}`);

/** The field in which words stand, if all of them stand in the same one. */
function fieldOf(query: Query): string | undefined {
  switch (query.kind) {
    case 'and':
    case 'or': {
      const [first, ...others] = new Set(query.parts.map(fieldOf));
      return others.length === 0 ? first : undefined;
    }
    case 'not':
      return undefined;
    default:
      return 'field' in query ? query.field : undefined;
  }
}

type Simple = Exclude<TextFieldName, 'words' | 'without'>;
const isSimple = (field: string | undefined): field is Simple =>
  field === 'from' || field === 'to' || field === 'subject';

/** Undefined where no field has room for it, besides what stands there. */
function withPart(form: QueryForm, part: Query): QueryForm | undefined {
  const field = fieldOf(part);
  if (field === 'any') return { ...form, words: joined(form.words, print(part)) };
  if (isSimple(field) && part.kind !== 'or' && part.kind !== 'and') {
    return { ...form, [field]: joined(form[field], print(part).slice(`${field}:`.length)) };
  }
  switch (part.kind) {
    case 'not':
      return fieldOf(part.part) === 'any' && part.part.kind !== 'and'
        ? { ...form, without: joined(form.without, print(part.part)) }
        : undefined;
    case 'in':
    case 'label':
      return form.place === '' ? { ...form, place: print(part) } : undefined;
    case 'has':
      return part.feature === 'attachment' ? { ...form, attachment: true } : undefined;
    case 'size': {
      const megabytes = part.bytes / bytesOfMegabyte;
      return form.size === null && Number.isInteger(megabytes)
        ? { ...form, size: { bound: part.bound, megabytes } }
        : undefined;
    }
    case 'date': {
      const { moment, bound } = part;
      if (typeof moment === 'number' || form[bound] !== '') return undefined;
      return { ...form, [bound]: writtenDay(moment).replaceAll('/', '-') };
    }
    default:
      return undefined;
  }
}

export function readForm(text: string): QueryForm {
  let form = emptyForm;
  for (const part of partsOf(text)) {
    form = withPart(form, part) ?? { ...form, rest: joined(form.rest, print(part)) };
  }
  return form;
}

/** What is typed into a field is words of a query, whatever quotes and brackets are open in it. */
const within = (operator: string, typed: string) => print(parse(`${operator}(${typed.replace(/[(){}]/g, ' ')})`).root);
const words = (typed: string) => print(parse(typed).root);

const without = (typed: string) =>
  partsOf(typed)
    .map((part) => print(not(part, part.span)))
    .join(' ');

const isTyped = (typed: string) => typed.trim() !== '';

export function writeForm(form: QueryForm): string {
  const { place, after, before, size, attachment, rest } = form;
  const parts = [
    ...(['from', 'to', 'subject'] as const).map((field) => isTyped(form[field]) && within(`${field}:`, form[field])),
    isTyped(form.words) && words(form.words),
    isTyped(form.without) && without(form.without),
    place,
    attachment && 'has:attachment',
    size && size.megabytes > 0 && `${size.bound}:${size.megabytes}M`,
    after && `after:${after.replaceAll('-', '/')}`,
    before && `before:${before.replaceAll('-', '/')}`,
    rest,
  ];
  return parts.filter(Boolean).join(' ');
}
