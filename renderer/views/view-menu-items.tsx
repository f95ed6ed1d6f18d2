import { Menu, MenuEntry, MenuLine } from '../components/overlays/menu.tsx';
import { useWords } from '../i18n/translate.ts';
import { show } from '../state/view-state.ts';
import type { CountedView } from '../state/views.ts';
import { useCountedViews } from './use-view-counts.ts';
import { ViewIcon } from './view-icon.tsx';
import { useViewName } from './view-name.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** The entries of the menu of views. */
export function ViewEntries({ x, y, onClose }: Props) {
  const t = useWords();
  const { fixed, environments, tags } = useCountedViews();
  const groups = [environments, tags].filter((group) => group.length > 0);
  return (
    <Menu label={t('window.views')} x={x} y={y} align="start" onClose={onClose}>
      {fixed.map((counted) => (
        <ViewEntry key={counted.view} {...counted} />
      ))}
      {groups.map((group) => (
        <ViewGroup key={group[0]?.view} views={group} />
      ))}
    </Menu>
  );
}

function ViewGroup({ views }: { readonly views: readonly CountedView[] }) {
  return (
    <>
      <MenuLine />
      {views.map((counted) => (
        <ViewEntry key={counted.view} {...counted} />
      ))}
    </>
  );
}

function ViewEntry({ view, count }: CountedView) {
  return (
    <MenuEntry id={view} icon={<ViewIcon view={view} />} hint={String(count)} onAction={() => show({ view })}>
      {useViewName(view)}
    </MenuEntry>
  );
}
