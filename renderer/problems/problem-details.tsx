import type { Problem } from '../../contract/core/problem.ts';
import { CopyButton } from '../components/buttons/copy-button.tsx';
import { DescriptionItem, DescriptionList } from '../components/display/description-list.tsx';
import { Disclosure } from '../components/layout/disclosure.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { formatFacts, problemFacts } from './problem-facts.ts';

/** The technical details of a problem, collapsed, with a button that copies them for support. */
export function ProblemDetails({ problem }: { readonly problem: Problem }) {
  const t = useTranslate();
  const facts = problemFacts(t, problem);
  return (
    <Disclosure title={t('session:technical')}>
      <DescriptionList>
        {facts.map(([term, value]) => (
          <DescriptionItem key={term} term={term}>
            {value}
          </DescriptionItem>
        ))}
      </DescriptionList>
      <div>
        <CopyButton text={formatFacts(facts)}>{t('session:copyDetails')}</CopyButton>
      </div>
    </Disclosure>
  );
}
