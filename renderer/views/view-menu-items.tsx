import type { CountedView } from '../../contract/list-outline.ts';
import { Menu, MenuItem, MenuSeparator } from '../components/overlays/menu.tsx';
import { useTranslate } from '../i18n/translate.ts';
import { useShortcutLabel } from '../keyboard/platform.ts';
import { openScreen, setViewState } from '../state/view-state.ts';
import { places } from './places.ts';
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
  const shortcut = useShortcutLabel();
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
      <MenuSeparator />
      {places.map(({ screen, command, title, Icon }) => (
        <MenuItem
          key={screen}
          id={screen}
          icon={<Icon />}
          hint={shortcut(command)}
          onAction={() => openScreen(screen)}
        >
          {t(title)}
        </MenuItem>
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
