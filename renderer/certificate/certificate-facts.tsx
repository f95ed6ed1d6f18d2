import type { CertificateFacts as Facts } from '../../contract/core/certificate.ts';
import { formatDay } from '../../contract/i18n/format-time.ts';
import { DescriptionItem, DescriptionList } from '../components/display/description-list.tsx';
import { useTranslate } from '../i18n/translate.ts';

/** The fields of a certificate. */
export function CertificateFacts({
  certificate,
  language,
}: {
  readonly certificate: Facts;
  readonly language: string;
}) {
  const t = useTranslate();
  return (
    <DescriptionList>
      <DescriptionItem term={t('session:subject')}>{certificate.subject}</DescriptionItem>
      <DescriptionItem term={t('session:issuer')}>{certificate.issuer}</DescriptionItem>
      <DescriptionItem term={t('session:names')}>{certificate.names.join(', ')}</DescriptionItem>
      <DescriptionItem term={t('session:validFrom')}>
        {formatDay(language, certificate.validFrom)}
      </DescriptionItem>
      <DescriptionItem term={t('session:validTo')}>
        {formatDay(language, certificate.validTo)}
      </DescriptionItem>
    </DescriptionList>
  );
}
