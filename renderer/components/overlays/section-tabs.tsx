import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { ScrollArea } from '../layout/scroll-area.tsx';
import styles from './section-tabs.module.css';

/** A section, and its icon before its title. */
export interface SectionChoice<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly icon: ReactNode;
  readonly content: ReactNode;
}

interface Props<Name extends string> {
  readonly label: string;
  readonly sections: readonly SectionChoice<Name>[];
  readonly selected: Name;
  readonly onSelect: (name: Name) => void;
  /** Above and below the list of sections. */
  readonly above: ReactNode;
  readonly below: ReactNode;
  /** Beside the title of the section. */
  readonly corner: ReactNode;
  /** What is shown instead of the selected section. */
  readonly instead: { readonly title: string; readonly content: ReactNode } | null;
}

/** Sections with a title each, chosen in a list with icons on the left; in narrow windows on top. */
export function SectionTabs<Name extends string>(props: Props<Name>) {
  const { label, sections, selected, onSelect, above, below, corner, instead } = props;
  return (
    <div className={styles.frame}>
      <div className={styles.above}>{above}</div>
      {/* React Aria renders what is in `Tabs` twice, so only tabs and panels are. */}
      <Tabs
        orientation="vertical"
        selectedKey={selected}
        onSelectionChange={(key) => {
          const chosen = sections.find(({ name }) => name === key);
          if (chosen !== undefined) onSelect(chosen.name);
        }}
        className={styles.tabs ?? ''}
      >
        <TabList aria-label={label} className={styles.rail ?? ''}>
          {sections.map(({ name, title, icon }) => (
            <Tab
              key={name}
              id={name}
              className={styles.tab ?? ''}
              data-muted={instead === null ? undefined : ''}
            >
              {icon}
              {title}
            </Tab>
          ))}
        </TabList>
        {sections.map(({ name, ...section }) => {
          const { title, content } = instead ?? section;
          return (
            <TabPanel key={name} id={name} className={styles.panel ?? ''}>
              <header className={styles.head}>
                <h3 className={styles.title}>{title}</h3>
                {corner}
              </header>
              <ScrollArea label={title} className={styles.content}>
                {content}
              </ScrollArea>
            </TabPanel>
          );
        })}
      </Tabs>
      <div className={styles.below}>{below}</div>
    </div>
  );
}
