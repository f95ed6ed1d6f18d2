import type { Problem } from '../../contract/problem.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { Fact, FactList } from '../parts/facts.tsx';
import { Fold } from '../parts/fold.tsx';
import { useWords } from '../words.ts';
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
