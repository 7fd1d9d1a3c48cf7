// What is kept of the guide, as it is checked. Apart from the guide itself: the window has no use for what checks.
import * as z from 'zod/mini';
import { audiences, type Guide, guideSteps } from './guide.ts';

export const guideShape = z.object({
  open: z.boolean(),
  step: z.enum(guideSteps),
  project: z.string().check(z.maxLength(64)),
  audience: z.enum(audiences),
}) satisfies z.ZodMiniType<Guide>;
