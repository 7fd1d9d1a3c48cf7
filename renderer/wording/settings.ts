// What the settings say. A part of `wording`.
import { share } from './format.ts';
import { translate } from './translate.ts';

export const settings = {
  title: translate('settings.title'),
  open: translate('settings.open'),
  close: translate('settings.close'),
  list: translate('settings.list'),
  sections: {
    privacy: translate('settings.sections.privacy'),
    appearance: translate('settings.sections.appearance'),
  },
  appearance: {
    highContrast: translate('settings.appearance.highContrast'),
    highContrastNote: translate('settings.appearance.highContrastNote'),
    density: translate('settings.appearance.density'),
    densityNote: translate('settings.appearance.densityNote'),
    densities: {
      comfortable: translate('settings.appearance.densities.comfortable'),
      compact: translate('settings.appearance.densities.compact'),
    },
    typeSize: translate('settings.appearance.typeSize'),
    typeSizes: {
      small: translate('settings.appearance.typeSizes.small'),
      normal: translate('settings.appearance.typeSizes.normal'),
      large: translate('settings.appearance.typeSizes.large'),
    },
    zoom: translate('settings.appearance.zoom'),
    zoomIn: translate('settings.appearance.zoomIn'),
    zoomOut: translate('settings.appearance.zoomOut'),
    zoomReset: translate('settings.appearance.zoomReset'),
    zoomed: share,
  },
  privacy: {
    strictNote: translate('settings.privacy.strictNote'),
    recent: translate('settings.privacy.recent'),
    recentNote: (count: number) => translate('settings.privacy.recentNote', { count }),
    clearRecent: translate('settings.privacy.clearRecent'),
  },
} as const;
