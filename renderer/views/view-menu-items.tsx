import { Menu, MenuItem, MenuSeparator } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { setViewState } from '../state/view-state.ts';
import type { CountedView } from '../state/views.ts';
import { useViewCounts } from './use-view-counts.ts';
import { ViewIcon } from './view-icon.tsx';
import { useViewName } from './view-name.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** The items of the views menu. */
export function ViewMenuItems({ x, y, onClose }: Props) {
  const t = useTranslate();
  const { fixed, environments, tags } = useViewCounts();
  const groups = [environments, tags].filter((group) => group.length > 0);
  return (
    <Menu label={t('window:views')} x={x} y={y} align="start" onClose={onClose}>
      {fixed.map((counted) => (
        <ViewMenuItem key={counted.view} {...counted} />
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
      <MenuSeparator />
      {views.map((counted) => (
        <ViewMenuItem key={counted.view} {...counted} />
      ))}
    </>
  );
}

function ViewMenuItem({ view, count }: CountedView) {
  return (
    <MenuItem
      id={view}
      icon={<ViewIcon view={view} />}
      {...(count === 0 ? {} : { hint: String(count) })}
      onAction={() => setViewState({ view, screen: 'servers' })}
    >
      {useViewName(view)}
    </MenuItem>
  );
}
