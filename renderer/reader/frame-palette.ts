// The window's colours as they are now, for frames: a frame sees nothing of the window's own style.
import type { Palette } from '../../electron/mail/frame.ts';

const tokens: Readonly<Record<keyof Palette, string>> = {
  text: '--ink',
  background: '--page',
  link: '--accent',
  quiet: '--ink-soft',
  mark: '--mark',
  current: '--star',
};

export function framePalette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const colour = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const palette = Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, colour(token)]));
  probe.remove();
  return palette as unknown as Palette;
}
