// The panes of the window, for who goes from one to the next by key: what is marked `data-region` and can be seen.

const reachable =
  '[tabindex="0"], button:not([disabled], [tabindex="-1"]), input:not([disabled], [tabindex="-1"]), select:not([disabled]), a[href]';

export function firstReachable(box: Element): HTMLElement | null {
  if (box instanceof HTMLElement && box.matches(reachable)) return box;
  return [...box.querySelectorAll<HTMLElement>(reachable)].find((element) => element.checkVisibility()) ?? null;
}

/** From where the focus is to the next pane that can have it; at the end it begins anew. */
export function toPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-region]')]
    .filter((pane) => pane.checkVisibility())
    .flatMap((pane) => firstReachable(pane) ?? []);
  const here = panes.findIndex((target) => target.closest('[data-region]')?.contains(document.activeElement));
  const from = here === -1 && step === -1 ? 0 : here;
  panes[(from + step + panes.length) % panes.length]?.focus();
}
