// What of the application menu is the window's own: commands, with its words and the person's keys.
import * as z from 'zod/mini';

export const menuPlaces = ['settings', 'file', 'edit', 'view', 'go', 'help'] as const;
export type MenuPlace = (typeof menuPlaces)[number];

/** What each system has in its menus of its own, by Electron's roles. */
export const menuRoles = [
  ...(['about', 'services', 'hide', 'hideOthers', 'unhide', 'quit', 'close'] as const),
  ...(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'togglefullscreen'] as const),
  ...(['windowMenu', 'minimize', 'zoom', 'front'] as const),
] as const;
export type MenuRole = (typeof menuRoles)[number];

const name = z.string().check(z.maxLength(100));

export const shownMenu = z.strictObject({
  menus: z
    .array(
      z.strictObject({
        place: z.enum(menuPlaces),
        name,
        /** Null stands for a line between two groups. */
        items: z
          .array(
            z.nullable(
              z.strictObject({
                id: z.string().check(z.regex(/^[a-z]{1,30}\.[A-Za-z]{1,30}$/)),
                name,
                /** As Electron writes it. */
                accelerator: z.nullable(z.string().check(z.maxLength(60))),
              }),
            ),
          )
          .check(z.maxLength(60)),
      }),
    )
    .check(z.maxLength(menuPlaces.length)),
});
export type ShownMenu = z.output<typeof shownMenu>;
