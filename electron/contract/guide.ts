// The way to an OAuth client of one's own, as far as both processes speak of it: its steps, what a person has said on the
// way, and the pages of Google's console that it leads to.
import * as z from 'zod/mini';

/** In this order. */
export const guideSteps = ['project', 'api', 'branding', 'audience', 'client', 'file', 'connect'] as const;
export type GuideStep = (typeof guideSteps)[number];

/** Who may sign in with the project: everybody behind a warning, those on a list for seven days, or one organisation. */
export const audiences = ['published', 'testers', 'internal'] as const;
export type Audience = (typeof audiences)[number];

export const consolePages = ['project', 'api', 'branding', 'audience', 'clients'] as const;
export type ConsolePage = (typeof consolePages)[number];

/** A project's ID (Resource Manager, "Creating and managing projects"), or its number, which the console takes as well. */
export const projectShape = /^(?:[a-z][a-z0-9-]{4,28}[a-z0-9]|\d{6,20})$/;

export const guideShape = z.object({
  /** It is what the window shows while no account is open. */
  open: z.boolean(),
  step: z.enum(guideSteps),
  /** As typed. */
  project: z.string().check(z.maxLength(64)),
  audience: z.enum(audiences),
});
export type Guide = Readonly<z.output<typeof guideShape>>;

export const unbegun: Guide = { open: false, step: 'project', project: '', audience: 'published' };
