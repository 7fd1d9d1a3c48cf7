// How a window looks that nobody has changed anything of.
import type { Settings } from '../../electron/contract/model.ts';
import { usualPanes } from '../../electron/contract/panes.ts';
import { usualCacheLimit } from '../../electron/contract/storage.ts';
import { quiet } from '../../electron/contract/telling.ts';

export const usualLook: Pick<
  Settings,
  | 'language'
  | 'highContrast'
  | 'density'
  | 'typeSize'
  | 'zoom'
  | 'panes'
  | 'hintsSeen'
  | 'cacheLimit'
  | 'telling'
  | 'updates'
> = {
  language: 'system',
  highContrast: false,
  density: 'comfortable',
  typeSize: 'normal',
  zoom: 1,
  panes: usualPanes,
  hintsSeen: [],
  cacheLimit: usualCacheLimit,
  telling: quiet,
  updates: 'ask',
};
