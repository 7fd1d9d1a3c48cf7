// The sections of the settings, in the order in which they are listed. Each brings its own controls, which take effect at once.
import type { ComponentType } from 'react';
import { AccountsSection } from '../accounts/accounts-section.tsx';
import { ReportSection } from '../report/report-section.tsx';
import { UpdatesSection } from '../updates/updates-section.tsx';
import { report } from '../wording/report.ts';
import { settings as settingsWords } from '../wording/settings.ts';
import { updates } from '../wording/updates.ts';
import { wording } from '../wording/wording.ts';
import { Appearance } from './appearance.tsx';
import { Keys } from './keys.tsx';
import { Language } from './language.tsx';
import { Network } from './network.tsx';
import { Notifications } from './notifications.tsx';
import type { SectionId } from './opening.ts';
import { Privacy } from './privacy.tsx';
import { Storage } from './storage.tsx';

interface Section {
  readonly id: SectionId;
  readonly name: string;
  readonly Content: ComponentType;
}

const { sections: names } = settingsWords;

export const sections: readonly Section[] = [
  { id: 'accounts', name: wording.accounts.name, Content: AccountsSection },
  { id: 'storage', name: names.storage, Content: Storage },
  { id: 'privacy', name: names.privacy, Content: Privacy },
  { id: 'appearance', name: names.appearance, Content: Appearance },
  { id: 'language', name: names.language, Content: Language },
  { id: 'keys', name: names.keys, Content: Keys },
  { id: 'notifications', name: names.notifications, Content: Notifications },
  { id: 'network', name: names.network, Content: Network },
  { id: 'updates', name: updates.name, Content: UpdatesSection },
  { id: 'report', name: report.name, Content: ReportSection },
];
