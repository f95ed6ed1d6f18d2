import type { Problem } from '../../contract/core/problem.ts';
import { CopyButton } from '../components/buttons/copy-button.tsx';
import { Fact, FactList } from '../components/display/description-list.tsx';
import { Fold } from '../components/layout/disclosure.tsx';
import { useWords } from '../i18n/translate.ts';
import { factsText, problemFacts } from './problem-facts.ts';

/** The technical side of a problem: folded away, and to be copied for whoever looks into it. */
export function ProblemDetails({ problem }: { readonly problem: Problem }) {
  const t = useWords();
  const facts = problemFacts(t, problem);
  return (
    <Fold title={t('details.technical')}>
      <FactList>
        {facts.map(([term, value]) => (
          <Fact key={term} term={term}>
            {value}
          </Fact>
        ))}
      </FactList>
      <div>
        <CopyButton text={factsText(facts)}>{t('details.copyDetails')}</CopyButton>
      </div>
    </Fold>
  );
}
