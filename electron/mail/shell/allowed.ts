// What of HTML and CSS is shown: lists, and nothing else is. Tables of names only.

const words = (text: string) => text.trim().split(/\s+/);

/** `body` is the root that DOMPurify walks; the parser lets no other one be. */
export const allowedTags = words(`
  body a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details
  dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q rp
  rt ruby s samp section small span strike strong style sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
  #text
`);

export const allowedAttributes = words(`
  href src alt title width height align valign bgcolor color face size border cellpadding cellspacing colspan rowspan dir
  lang class style background start type hspace vspace nowrap summary span clear noshade abbr headers scope open reversed
  value
`);

/** These hold addresses, and go by the rules for addresses; no other one is taken for one. */
export const addressAttributes = ['href', 'src', 'background'];

/** Their contents go with them. DOMPurify's own list comes first. */
export const forbiddenContents = words(
  'select textarea button title noembed noframes svg math object applet video audio',
);

const sides = ['top', 'right', 'bottom', 'left', 'block-start', 'block-end', 'inline-start', 'inline-end'];
const corners = [
  'top-left',
  'top-right',
  'bottom-left',
  'bottom-right',
  'start-start',
  'start-end',
  'end-start',
  'end-end',
];

/** Longhands only: what a shorthand hides is in none of them. */
export const allowedProperties: ReadonlySet<string> = new Set([
  ...words(`
    color background-color background-image background-repeat background-position-x background-position-y background-size
    background-clip background-origin
    font-family font-size font-style font-weight font-variant-caps font-variant-ligatures font-variant-numeric
    font-variant-east-asian font-variant-alternates font-variant-position font-stretch
    line-height letter-spacing word-spacing word-break overflow-wrap hyphens
    text-align text-align-last text-decoration-line text-decoration-style text-decoration-color text-decoration-thickness
    text-underline-offset text-underline-position text-indent text-transform text-overflow text-shadow text-wrap-mode
    text-wrap-style white-space-collapse
    width height min-width min-height max-width max-height inline-size block-size min-inline-size max-inline-size
    border-collapse -webkit-border-horizontal-spacing -webkit-border-vertical-spacing border-spacing caption-side empty-cells
    table-layout vertical-align display float clear list-style-type list-style-position direction unicode-bidi
    opacity visibility box-sizing box-shadow overflow-x overflow-y
    outline-color outline-style outline-width
    flex-basis flex-direction flex-grow flex-shrink flex-wrap align-items align-content align-self
    justify-content justify-items justify-self order row-gap column-gap object-fit object-position tab-size text-size-adjust
  `),
  ...sides.flatMap((side) => [`margin-${side}`, `padding-${side}`]),
  ...sides.flatMap((side) => [`border-${side}-color`, `border-${side}-style`, `border-${side}-width`]),
  ...corners.map((corner) => `border-${corner}-radius`),
]);

/** The only functions that a value may hold; `url` has its own rule. */
export const allowedFunctions: ReadonlySet<string> = new Set(
  words(`
    rgb rgba hsl hsla hwb lab lch oklab oklch color calc min max clamp
    linear-gradient radial-gradient conic-gradient repeating-linear-gradient repeating-radial-gradient
    repeating-conic-gradient
  `),
);
