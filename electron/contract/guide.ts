// The way to an OAuth client of one's own, as far as both processes speak of it: its steps, what a person has said on the
// way, and the pages of Google's console that it leads to.

/** In this order. */
export const guideSteps = ['project', 'api', 'branding', 'audience', 'client', 'file', 'connect'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** Who may sign in with the project: everybody behind a warning, those on a list for seven days, or one organisation. */
export const audiences = ['published', 'testers', 'internal'] as const;
export type Audience = (typeof audiences)[number];

export const consolePages = ['project', 'api', 'branding', 'audience', 'clients'] as const;
export type ConsolePage = (typeof consolePages)[number];

/** In characters of a project's ID (Resource Manager, "Creating and managing projects"). */
export const projectLength = { least: 6, most: 30 } as const;
const within = `{${projectLength.least - 2},${projectLength.most - 2}}`;

/** A project's ID, or its number, which the console takes as well. */
export const projectShape = new RegExp(String.raw`^(?:[a-z][a-z0-9-]${within}[a-z0-9]|\d{6,20})$`);

export interface Guide {
  /** It is what the window shows while no account is open. */
  readonly open: boolean;
  readonly step: GuideStep;
  /** As typed. */
  readonly project: string;
  readonly audience: Audience;
}

export const unbegun: Guide = { open: false, step: 'project', project: '', audience: 'published' };
