import type { About } from '../../contract/installation/about.ts';
import type { Translate } from '../../contract/texts.ts';
import { CopyButton } from '../components/buttons/copy-button.tsx';
import { DescriptionItem, DescriptionList } from '../components/display/description-list.tsx';
import { useTranslate } from '../i18n/translate.ts';

/** Versions, installation and places of this copy. */
export function FactsTab({ about }: { readonly about: About }) {
  const t = useTranslate();
  const facts = factsOf(t, about);
  return (
    <>
      <DescriptionList>
        {facts.map(([term, value]) => (
          <DescriptionItem key={term} term={term}>
            {value}
          </DescriptionItem>
        ))}
      </DescriptionList>
      <div>
        <CopyButton text={facts.map(([term, value]) => `${term}: ${value}`).join('\n')}>
          {t('settings:about.copy')}
        </CopyButton>
      </div>
    </>
  );
}

function factsOf(t: Translate, about: About): readonly (readonly [string, string])[] {
  return [
    [t('settings:about.version'), about.version],
    [t('settings:about.install'), t(`settings:about.installs.${about.install}`)],
    [t('settings:about.system'), about.system],
    ['Electron', about.electron],
    ['Chromium', about.chromium],
    ['Node.js', about.node],
    [t('settings:about.dataFolder'), about.dataFolder],
    [t('settings:about.policy'), about.policyFile ?? t('settings:about.noPolicy')],
  ];
}
