import type { Details } from '../../../contract/state.ts';
import { DescriptionItem, DescriptionList } from '../../components/display/description-list.tsx';
import { Disclosure } from '../../components/layout/disclosure.tsx';
import { useTranslate } from '../../i18n/translate.ts';

/** What the server receives about this computer, under the names of the API. */
export function DeviceInfo({ details }: { readonly details: Details }) {
  const t = useTranslate();
  return (
    <section>
      <Disclosure title={t('session:whatTheServerSees')}>
        <DescriptionList>
          <DescriptionItem term="uuid">{details.deviceId}</DescriptionItem>
          {Object.entries(details.deviceInfo).map(([term, value]) => (
            <DescriptionItem key={term} term={term}>
              {value}
            </DescriptionItem>
          ))}
        </DescriptionList>
      </Disclosure>
    </section>
  );
}
