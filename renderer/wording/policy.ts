// What the settings say of what an organisation has fixed. Loaded with them.
import './later.ts';
import type { Policy } from '../../electron/contract/policy.ts';
import { list, size } from './format.ts';
import { translate } from './translate.ts';

const by = (organisation: string | null, what: string) =>
  organisation === null
    ? translate('later.policy.fixed', { what })
    : translate('later.policy.fixedBy', { organisation, what });

/** A sentence for each thing that is fixed; null for what is not. */
export function fixed({
  organisation,
  allowedDomains,
  client,
  remotePictures,
  cacheLimit,
  updates,
  unreadable,
}: Policy): Readonly<Record<'domains' | 'client' | 'pictures' | 'cacheLimit' | 'updates', string | null>> {
  const broken = unreadable ? by(null, translate('later.policy.unreadable')) : null;
  return {
    domains: allowedDomains && by(organisation, translate('later.policy.domains', { domains: list(allowedDomains) })),
    client: broken ?? (client ? by(organisation, translate('later.policy.client')) : null),
    pictures: remotePictures === 'never' ? by(organisation, translate('later.policy.pictures')) : null,
    cacheLimit:
      cacheLimit === null ? null : by(organisation, translate('later.policy.cacheLimit', { size: size(cacheLimit) })),
    updates: broken ?? (updates === 'never' ? by(organisation, translate('later.policy.updates')) : null),
  };
}
