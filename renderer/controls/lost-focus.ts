// Where the focus goes when what had it is gone: to what is open above everything else, or to what the screen is about. Whoever
// goes by key would begin at the top of the page, and whoever hears it would hear nothing.

export function findFocus(): void {
  if (document.activeElement !== document.body) return;
  const open = [...document.querySelectorAll('dialog[open]')].at(-1);
  const to = open
    ? (open.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ??
      open.querySelector<HTMLElement>('button, input'))
    : document.querySelector<HTMLElement>('[data-takes-keys], h1[tabindex]');
  to?.focus({ preventScroll: true });
}
