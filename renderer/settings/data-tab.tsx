import { Fact, FactList } from '../parts/facts.tsx';
import { Section } from '../parts/section.tsx';
import { useAppState } from '../state/app-state.ts';
import { keptCounts } from '../store/store-rules.ts';
import { useWords } from '../words.ts';

/** What is kept on this computer. */
export function DataTab() {
  const t = useWords();
  const rows = useAppState((state) => state.rows);
  const { sealed, memory, passwords } = keptCounts(rows);
  return (
    <Section title={t('store.data.title')}>
      <FactList>
        <Fact term={t('store.data.servers')}>{rows.length}</Fact>
        <Fact term={t('store.data.sealed')}>{sealed}</Fact>
        <Fact term={t('store.data.memory')}>{memory}</Fact>
        <Fact term={t('store.data.passwords')}>{passwords}</Fact>
      </FactList>
    </Section>
  );
}
