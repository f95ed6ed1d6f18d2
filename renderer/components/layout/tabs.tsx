import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as Whole } from 'react-aria-components/Tabs';
import { ScrollArea } from './scroll-area.tsx';
import styles from './tabs.module.css';

/** A tab and its content. */
export interface TabChoice<Name extends string> {
  readonly name: Name;
  readonly title: string;
  readonly content: ReactNode;
  /** What stays below the content while it scrolls. */
  readonly footer?: ReactNode;
}

interface Props<Name extends string> {
  readonly label: string;
  readonly tabs: readonly TabChoice<Name>[];
  readonly start: Name;
  /** Whether the tabs stand in a row on top in every window. */
  readonly across?: boolean;
  /** In pixels, the same for every tab; less if the dialog has less room. `full`: all the room there is. */
  readonly height: number | 'full';
}

/** Tabs in a column on the left; in narrow windows in a row on top. */
export function Tabs<Name extends string>({ label, tabs, start, across = false, height }: Props<Name>) {
  return (
    <Whole
      orientation={across ? 'horizontal' : 'vertical'}
      defaultSelectedKey={start}
      className={(across ? styles.across : styles.tabs) ?? ''}
      style={{ height: height === 'full' ? '100%' : height }}
    >
      <TabList aria-label={label} className={styles.rail ?? ''}>
        {tabs.map(({ name, title }) => (
          <Tab key={name} id={name} className={styles.tab ?? ''}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ name, title, content, footer }) => (
        <TabPanel key={name} id={name} className={styles.panel ?? ''}>
          <ScrollArea label={title} className={styles.content}>
            {content}
          </ScrollArea>
          {footer}
        </TabPanel>
      ))}
    </Whole>
  );
}
