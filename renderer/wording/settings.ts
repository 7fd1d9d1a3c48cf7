// What the settings say. A part of `wording`.
import { share, size } from './format.ts';
import { translate } from './translate.ts';

export const settings = {
  title: translate('settings.title'),
  open: translate('settings.open'),
  close: translate('settings.close'),
  list: translate('settings.list'),
  sections: {
    storage: translate('settings.sections.storage'),
    privacy: translate('settings.sections.privacy'),
    appearance: translate('settings.sections.appearance'),
    keys: translate('settings.sections.keys'),
    language: translate('settings.sections.language'),
  },
  language: {
    name: translate('settings.language.name'),
    note: translate('settings.language.note'),
    system: translate('settings.language.system'),
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
  storage: {
    lead: translate('settings.storage.lead'),
    mail: translate('settings.storage.mail'),
    mailNote: (count: number) => translate('settings.storage.mailNote', { count }),
    files: translate('settings.storage.files'),
    pictures: translate('settings.storage.pictures'),
    clearFiles: translate('settings.storage.clearFiles'),
    clearPictures: translate('settings.storage.clearPictures'),
    clear: translate('settings.storage.clear'),
    limit: translate('settings.storage.limit'),
    limitNote: translate('settings.storage.limitNote'),
    size,
  },
  privacy: {
    senders: translate('settings.privacy.senders'),
    sendersNote: translate('settings.privacy.sendersNote'),
    noSenders: translate('settings.privacy.noSenders'),
    forget: translate('settings.privacy.forget'),
    forgetSender: (email: string) => translate('settings.privacy.forgetSender', { email }),
    noRecent: translate('settings.privacy.noRecent'),
    strictNote: translate('settings.privacy.strictNote'),
    recent: translate('settings.privacy.recent'),
    recentNote: (count: number) => translate('settings.privacy.recentNote', { count }),
    clearRecent: translate('settings.privacy.clearRecent'),
  },
} as const;
