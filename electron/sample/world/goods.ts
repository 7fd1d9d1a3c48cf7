// The shops that Ada buys from, with what they sell. A table.
import type { Organisation } from './organisations.ts';

export interface Shop extends Organisation {
  readonly goods: readonly string[];
  /** What the shop's own voice is about. */
  readonly season: string;
}

type Row = readonly [name: string, domain: string, colour: string, box: string, season: string, goods: string];

const rows: readonly Row[] = [
  [
    'Larch & Lantern',
    'larchlantern.example',
    '#7d4f50',
    'orders',
    'long evenings',
    'linen tablecloth|beeswax candles|stoneware jug|wool blanket|oak bread board|brass hooks|ceiling lamp, smoked glass',
  ],
  [
    'Tidemark Chandlery',
    'tidemark.example',
    '#114b5f',
    'sales',
    'the first day afloat',
    'bronze cleat, 150 mm|three-strand rope, 12 mm, 40 m|copper rivets, 500 g|marine varnish, 2.5 l|oiled canvas bucket|folding anchor|brass oil lamp',
  ],
  [
    'Copper Heron Tea',
    'copperheron.example',
    '#8c5e2a',
    'hello',
    'rainy afternoons',
    'smoked black tea, 250 g|rooibos and orange, 100 g|jasmine pearls|tea strainer|enamel teapot|ginger biscuits|winter sampler, 12 tins',
  ],
  [
    'Puddlejump',
    'puddlejump.example',
    '#e07a5f',
    'shop',
    'mud, sleet and sunshine',
    'rain trousers, size 134|rubber boots, yellow|wool socks, five pairs|striped pyjamas|reflective hat|mittens on a string',
  ],
  [
    'Fern & Fathom Books',
    'fernfathom.example',
    '#344e41',
    'books',
    'one more chapter',
    'novel “Nine Winters on the Skerry”|atlas of clouds|book of knots|novel “Where the Kettle Sings”|poems for the bus|pocket dictionary of winds',
  ],
  [
    'Bramblewick Seeds',
    'bramblewick.example',
    '#588157',
    'growers',
    'the sowing weeks',
    'broad beans, 80 seeds|sweet pea mixture|purple kale|seed potatoes, 2 kg|runner beans, scarlet|hazel pea sticks|copper plant labels',
  ],
  [
    'Old Quarter Cycles',
    'oldquartercycles.example',
    '#3d405b',
    'workshop',
    'dry roads',
    'chain and cassette kit|dynamo front light|leather saddle|child seat, rear|mudguards, hammered steel|puncture kit in a tin',
  ],
  [
    'Nib & Quire',
    'nibquire.example',
    '#22223b',
    'counter',
    'letters worth keeping',
    'notebook, squared, A5|iron gall ink|brass pencil sharpener|laid paper, 50 sheets|wax crayons, 24|drawing pens, set of six',
  ],
  [
    'Hearthloaf',
    'hearthloaf.example',
    '#bc6c25',
    'bakery',
    'warm kitchens',
    'rye starter, dried|wholegrain flour, 5 kg|banneton, oval|cardamom, whole, 60 g|baking stone|pearl sugar, 1 kg',
  ],
  [
    'Moth & Wool',
    'mothandwool.example',
    '#6d597a',
    'post',
    'cast-on season',
    'lambswool, moss green|sock yarn, speckled|circular needles, 4 mm|cedar blocks|darning mushroom|cardigan pattern, printed',
  ],
  [
    'Brightspan Tools',
    'brightspan.example',
    '#9b2226',
    'service',
    'sharp edges',
    'spokeshave, flat|bench plane no. 5|caulking iron|Japanese pull saw|sash clamps, pair|diamond stone, 1000 grit|folding rule, 2 m',
  ],
  [
    'Paper Lantern Toys',
    'paperlanterntoys.example',
    '#f2a541',
    'toys',
    'birthdays that come too soon',
    'wooden ferry|kite, three colours|marble run, 90 pieces|juggling balls|cardboard theatre|magnifying glass',
  ],
  [
    'Kelp & Clove Soap',
    'kelpclove.example',
    '#4a7c59',
    'soapery',
    'salt air',
    'tar soap, three bars|clove hand balm|sea salt scrub|shaving bowl|rosemary shampoo bar|nail brush, beech',
  ],
];

export const shops: readonly Shop[] = rows.map(([name, domain, colour, box, season, goods]) => ({
  name,
  domain,
  colour,
  box,
  season,
  goods: goods.split('|'),
}));
