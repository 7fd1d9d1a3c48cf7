// The shops, papers, banks, clubs and machines that write to Ada, all of them made up. A table; knows nothing of what they say.
import type { Correspondent } from '../letter.ts';

export interface Organisation {
  readonly name: string;
  readonly domain: string;
  readonly colour: string;
  /** Who signs, before the @. */
  readonly box: string;
}

type Row = readonly [name: string, domain: string, colour: string, box: string];

const table = (rows: readonly Row[]): readonly Organisation[] =>
  rows.map(([name, domain, colour, box]) => ({ name, domain, colour, box }));

export const airlines = table([
  ['Aurelia Air', 'aurelia-air.example', '#7a2e5d', 'bookings'],
  ['Puffin Airways', 'puffinairways.example', '#1c4e80', 'tickets'],
]);

export const railways = table([
  ['Northquay Rail', 'northquay-rail.example', '#8a1c1c', 'tickets'],
  ['Skerry Ferries', 'skerryferries.example', '#0b5563', 'booking'],
]);

export const hotels = table([
  ['Hotel Three Herons', 'threeherons.example', '#40513b', 'reception'],
  ['Cabin & Cove', 'cabincove.example', '#9a5b2e', 'stay'],
]);

export const banks = table([
  ['Fjordmark Bank', 'fjordmark.example', '#123c69', 'notices'],
  ['Penny & Oar', 'pennyoar.example', '#2e6b4f', 'hello'],
]);

export const utilities = table([
  ['Well & Drain Waterworks', 'wellanddrain.example', '#1f7a8c', 'billing'],
  ['Gale Energy', 'galeenergy.example', '#b5651d', 'accounts'],
  ['Threadline Broadband', 'threadline.example', '#5b3a8c', 'customer'],
  ['Keel Mutual Insurance', 'keelmutual.example', '#37474f', 'policies'],
]);

export const carriers = table([
  ['Heron Parcel', 'heronparcel.example', '#44633f', 'track'],
  ['Dash & Dray', 'dashdray.example', '#a63d40', 'deliveries'],
  ['Little Grey Van', 'littlegreyvan.example', '#555b6e', 'driver'],
]);

export const networks = table([
  ['Rookery', 'rookery.example', '#2b2d42', 'notify'],
  ['Larkline', 'larkline.example', '#0077a8', 'updates'],
  ['Tin of Photos', 'tinofphotos.example', '#c05746', 'photos'],
  ['Workbench Circle', 'workbenchcircle.example', '#3d5a80', 'circle'],
]);

export const forums = table([
  ['Clinker Talk', 'clinkertalk.example', '#6b4226', 'forum'],
  ['Sourdough Commons', 'sourdoughcommons.example', '#a47148', 'board'],
]);

export const guarded = table([
  ['Latchwell', 'latchwell.example', '#1b263b', 'security'],
  ['Forgeloft', 'forgeloft.example', '#24292f', 'security'],
  ['Rookery', 'rookery.example', '#2b2d42', 'safety'],
  ['Gramophone Loft', 'gramophoneloft.example', '#7b2d26', 'account'],
  ['Fjordmark Bank', 'fjordmark.example', '#123c69', 'security'],
]);

export const desks = table([
  ['Molar & Sons Dental', 'molarandsons.example', '#3a7d7c', 'reminders'],
  ['Vikarholm Library', 'library.vikarholm.example', '#5c4033', 'loans'],
  ['Paws & Feathers Vet', 'pawsandfeathers.example', '#7a5c99', 'frontdesk'],
  ['Tidal Yoga', 'tidalyoga.example', '#557a46', 'classes'],
  ['Skerry Swimming Hall', 'skerryswim.example', '#2a6f97', 'timetable'],
  ['Harbour Lifeboat Fund', 'harbourlifeboat.example', '#b23a48', 'thanks'],
]);

export const forge: Organisation = {
  name: 'Forgeloft',
  domain: 'forgeloft.example',
  colour: '#24292f',
  box: 'notifications',
};

export const school: Organisation = {
  name: 'Skerry School',
  domain: 'skerryschool.example',
  colour: '#2f6690',
  box: 'office',
};

/** One that sends by itself, whatever the person's name in front. */
export function robot({ domain, box }: Organisation, name: string): Correspondent {
  return { name, email: `${box}@${domain}`, zone: 0, mailer: 'robot' };
}
