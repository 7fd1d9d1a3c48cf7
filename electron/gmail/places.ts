// Where a message's parts belong when it is shown: places of text, what HTML shows in its midst, calendars, messages that
// are attached. Walks the tree, decodes nothing, goes into no attached message.
import type { Omission } from '../contract/body.ts';
import {
  contentIdOf,
  headerOf,
  isBody,
  isCalendar,
  isCalendarFile,
  isHtml,
  isMessage,
  isMultipart,
  isStandIn,
} from './parts.ts';
import type { WirePart } from './wire.ts';

/** One place of text, in its versions. */
export interface Place {
  readonly html: WirePart | null;
  /** One after the other. */
  readonly plain: readonly WirePart[];
  /** Its version for reading as text is that of the place before. */
  readonly covered: boolean;
}

export interface Places {
  readonly places: readonly Place[];
  readonly related: readonly WirePart[];
  readonly calendars: readonly WirePart[];
  readonly nested: readonly WirePart[];
  readonly omitted: ReadonlySet<Omission>;
}

const maxDepth = 30;

const hasHtml = ({ html }: Place) => html !== null;

/** The versions of one text made one: HTML with the plain ones. Apple's mail has several HTML parts in one version. A text beside
 *  the HTML of a version is none of the others, and stays. */
function merge(versions: readonly (readonly Place[])[]): readonly Place[] {
  const shown = versions.filter((version) => version.some(hasHtml)).flat();
  if (shown.length === 0) return versions.flat();
  const plain = versions
    .filter((version) => !version.some(hasHtml))
    .flatMap((one) => one.flatMap((place) => place.plain));
  if (plain.length === 0) return shown;
  const first = shown.find(hasHtml);
  const speaks = (place: Place) => (place === first ? { ...place, plain } : { ...place, covered: true });
  return shown.map((place) => (hasHtml(place) ? speaks(place) : place));
}

/** Of multipart/related the part that refers to the others: RFC 2387, section 3.2. What is first may be a picture. */
function rootOf(part: WirePart): WirePart | undefined {
  const start = /\bstart\s*=\s*"?<?([^>";\s]+)/i.exec(headerOf(part, 'content-type'))?.[1];
  return (
    part.parts.find((child) => start !== undefined && contentIdOf(child) === start) ??
    part.parts.find((child) => isMultipart(child) || isBody(child)) ??
    part.parts[0]
  );
}

/** `spend`: takes one part off what is left of them for the whole message; false where nothing is. */
export function findPlaces(root: WirePart, spend: () => boolean): Places {
  let places: Place[] = [];
  const related: WirePart[] = [];
  const calendars: WirePart[] = [];
  const calendarFiles: WirePart[] = [];
  const nested: WirePart[] = [];
  const omitted = new Set<Omission>();

  const refer = (part: WirePart) => {
    if (isCalendarFile(part)) calendarFiles.push(part);
    if (contentIdOf(part) !== '') related.push(part);
  };
  const takeLeaf = (part: WirePart) => {
    if (isBody(part) && isHtml(part)) places.push({ html: part, plain: [], covered: false });
    else if (isBody(part)) places.push({ html: null, plain: [part], covered: false });
    else if (isCalendar(part)) calendars.push(part);
    else refer(part);
  };
  const walk = (part: WirePart, depth: number): void => {
    const type = part.mimeType?.toLowerCase();
    if (!spend()) omitted.add('too-many-parts');
    else if (depth > maxDepth) omitted.add('too-deep');
    else if (isMessage(part)) nested.push(part);
    else if (isStandIn(part)) refer(part);
    else if (type === 'multipart/alternative') walkAlternative(part, depth);
    else if (type === 'multipart/related') walkRelated(part, depth);
    else if (isMultipart(part)) for (const child of part.parts) walk(child, depth + 1);
    else takeLeaf(part);
  };
  const walkAlternative = (part: WirePart, depth: number) => {
    const before = places;
    const versions = part.parts.map((child) => {
      places = [];
      walk(child, depth + 1);
      return places;
    });
    places = [...before, ...merge(versions)];
  };
  const walkRelated = (part: WirePart, depth: number) => {
    const shown = rootOf(part);
    // A text that HTML refers to is no text of the message.
    for (const child of part.parts)
      if (child !== shown && isBody(child) && contentIdOf(child) !== '') refer(child);
      else walk(child, depth + 1);
  };
  walk(root, 0);
  return { places, related, calendars: calendars.length > 0 ? calendars : calendarFiles, nested, omitted };
}
