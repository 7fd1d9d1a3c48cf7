// What the settings say. Loaded with them.
import './later.ts';
import { share, size } from './format.ts';
import { translate } from './translate.ts';

export const settings = {
  title: translate('later.settings.title'),
  close: translate('later.settings.close'),
  list: translate('later.settings.list'),
  sections: {
    storage: translate('later.settings.sections.storage'),
    privacy: translate('later.settings.sections.privacy'),
    appearance: translate('later.settings.sections.appearance'),
    keys: translate('later.settings.sections.keys'),
    notifications: translate('later.settings.sections.notifications'),
    network: translate('later.settings.sections.network'),
    language: translate('later.settings.sections.language'),
  },
  language: {
    name: translate('later.settings.language.name'),
    note: translate('later.settings.language.note'),
    system: translate('later.settings.language.system'),
  },
  appearance: {
    highContrast: translate('later.settings.appearance.highContrast'),
    highContrastNote: translate('later.settings.appearance.highContrastNote'),
    density: translate('later.settings.appearance.density'),
    densityNote: translate('later.settings.appearance.densityNote'),
    densities: {
      comfortable: translate('later.settings.appearance.densities.comfortable'),
      compact: translate('later.settings.appearance.densities.compact'),
    },
    typeSize: translate('later.settings.appearance.typeSize'),
    typeSizes: {
      small: translate('later.settings.appearance.typeSizes.small'),
      normal: translate('later.settings.appearance.typeSizes.normal'),
      large: translate('later.settings.appearance.typeSizes.large'),
    },
    zoom: translate('later.settings.appearance.zoom'),
    zoomIn: translate('later.settings.appearance.zoomIn'),
    zoomOut: translate('later.settings.appearance.zoomOut'),
    zoomReset: translate('later.settings.appearance.zoomReset'),
    zoomed: share,
  },
  storage: {
    lead: translate('later.settings.storage.lead'),
    mail: translate('later.settings.storage.mail'),
    mailNote: (count: number) => translate('later.settings.storage.mailNote', { count }),
    files: translate('later.settings.storage.files'),
    pictures: translate('later.settings.storage.pictures'),
    clearFiles: translate('later.settings.storage.clearFiles'),
    clearPictures: translate('later.settings.storage.clearPictures'),
    clear: translate('later.settings.storage.clear'),
    limit: translate('later.settings.storage.limit'),
    limitNote: translate('later.settings.storage.limitNote'),
    size,
  },
  privacy: {
    senders: translate('later.settings.privacy.senders'),
    sendersNote: translate('later.settings.privacy.sendersNote'),
    noSenders: translate('later.settings.privacy.noSenders'),
    forget: translate('later.settings.privacy.forget'),
    forgetSender: (email: string) => translate('later.settings.privacy.forgetSender', { email }),
    noRecent: translate('later.settings.privacy.noRecent'),
    strictNote: translate('later.settings.privacy.strictNote'),
    recent: translate('later.settings.privacy.recent'),
    recentNote: (count: number) => translate('later.settings.privacy.recentNote', { count }),
    clearRecent: translate('later.settings.privacy.clearRecent'),
  },
} as const;
