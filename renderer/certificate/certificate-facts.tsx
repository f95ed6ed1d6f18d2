import type { CertificateFacts as Facts } from '../../contract/core/certificate.ts';
import { Fact, FactList } from '../components/display/description-list.tsx';
import { sayDay } from '../i18n/format-time.ts';
import { useWords } from '../i18n/translate.ts';

/** What a certificate says about itself. */
export function CertificateFacts({
  certificate,
  language,
}: {
  readonly certificate: Facts;
  readonly language: string;
}) {
  const t = useWords();
  return (
    <FactList>
      <Fact term={t('details.subject')}>{certificate.subject}</Fact>
      <Fact term={t('details.issuer')}>{certificate.issuer}</Fact>
      <Fact term={t('details.names')}>{certificate.names.join(', ')}</Fact>
      <Fact term={t('details.validFrom')}>{sayDay(language, certificate.validFrom)}</Fact>
      <Fact term={t('details.validTo')}>{sayDay(language, certificate.validTo)}</Fact>
    </FactList>
  );
}
