import type { CertificateFacts as Facts } from '../../contract/certificate.ts';
import { Fact, FactList } from '../parts/facts.tsx';
import { useWords } from '../words.ts';
import { sayDay } from './time-words.ts';

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
