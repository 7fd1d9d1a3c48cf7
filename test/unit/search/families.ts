// Words that are written in several ways, by hand: each finds all of its family, and nothing else here. For whoever
// judges the program's own variants without using them.

const families: readonly string[] = [
  'cat cats',
  'miss misses missed missing',
  'dog dogs',
  'tax taxes taxed taxing',
  'invoice invoices invoiced invoicing',
  'report reports reported reporting',
  'party parties partied partying',
  'play plays played playing',
  'movie movies',
  'box boxes boxed boxing',
  'class classes classed classing',
  'wish wishes wished wishing',
  'run runs running',
  'sing sings singing',
  'stop stops stopped stopping',
  'travel travels traveled travelled traveling travelling',
  'refer refers referred referring',
  'offer offers offered offering offerings',
  'meeting meetings meet meets',
  'note notes noted noting',
  'knot knots knotted knotting',
  'file files filed filing',
  'fill fills filled filling',
  'agree agrees agreed agreeing',
  'tie ties tied tying',
  'potato potatoes',
  'knife knives',
  'leaf leaves',
  'analysis analyses',
  'colour colours coloured colouring color colors colored coloring',
  'favourite favourites favorite favorites',
  'neighbourhood neighborhood',
  'organise organises organised organising organize organizes organized organizing',
  'organisation organisations organization organizations',
  'analyser analyzer',
  'centre centres centred center centers centered centering',
  'theatre theatres theater theaters',
  'catalogue catalogues catalog catalogs',
  'licence licences license licenses',
  'defence defense',
  'usable usability',
  'possible possibility possibilities',
];

/** Of each the members in their order. */
export const wordFamilies: readonly (readonly string[])[] = families.map((family) => family.split(' '));

const familyOf: ReadonlyMap<string, readonly string[]> = new Map(
  wordFamilies.flatMap((family) => family.map((word) => [word, family] as const)),
);

/** All spellings and forms of a word, itself among them. A word that is not listed has no others. */
export const waysToWrite = (word: string): readonly string[] => familyOf.get(word) ?? [word];
