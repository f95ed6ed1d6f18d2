import ArrowDownUp from 'lucide-react/icons/arrow-down-up';
import Group from 'lucide-react/icons/rows-3';
import { type ColumnChoice, groupings, type ListColumn, listColumns } from '../../contract/layout.ts';
import { choices as offered, type Settings } from '../../contract/settings.ts';
import { sortBy } from '../actions/view-moves.ts';
import { bridge } from '../bridge.ts';
import { Menu, MenuSeparator, Submenu } from '../components/overlays/menu.tsx';
import { MenuChoices } from '../components/overlays/menu-choices.tsx';
import { saveLayout, useLayout } from '../frame/window-layout.ts';
import { useTranslate } from '../i18n/translate.ts';
import { useAppState } from '../state/app-state.ts';
import { isLocked } from '../state/managed.ts';
import { showProblem } from '../state/view-state.ts';
import { withChoice } from './columns/columns.ts';
import { useColumnsWith, useListColumns } from './columns/use-list-columns.ts';

interface Props {
  readonly x: number;
  readonly y: number;
  readonly onClose: () => void;
}

/** How the list is shown: its order, its columns and the height of its rows. */
export function ViewOptionsMenu({ x, y, onClose }: Props) {
  const t = useTranslate();
  const { sortOrder, density } = useAppState((state) => state.settings);
  const managed = useAppState((state) => state.managed);
  const refusal = (name: 'sortOrder' | 'density') =>
    isLocked(managed, name) ? t('settings:managed') : undefined;
  const change = (settings: Partial<Settings>) => void showProblem(null, bridge.changeSettings({ settings }));
  return (
    <Menu label={t('servers:viewOptions')} x={x} y={y} align="end" onClose={onClose}>
      <Submenu icon={<ArrowDownUp />} label={t('servers:sort')}>
        <MenuChoices
          isLabelHidden
          label={t('servers:sort')}
          mode="single"
          choices={offered.sortOrder.map((value) => ({
            value,
            label: t(`servers:sortBy.${value}`),
            refusal: refusal('sortOrder'),
          }))}
          chosen={[sortOrder]}
          onPress={(value) => void sortBy(value)}
        />
      </Submenu>
      <Submenu icon={<Group />} label={t('servers:group.label')}>
        <GroupChoices />
      </Submenu>
      <MenuSeparator />
      <ColumnSwitches />
      <MenuSeparator />
      <MenuChoices
        label={t('settings:density')}
        mode="single"
        choices={offered.density.map((value) => ({
          value,
          label: t(`settings:densities.${value}`),
          refusal: refusal('density'),
        }))}
        chosen={[density]}
        onPress={(value) => change({ density: value })}
      />
    </Menu>
  );
}

function GroupChoices() {
  const t = useTranslate();
  const chosen = useLayout('groupBy');
  return (
    <MenuChoices
      isLabelHidden
      label={t('servers:group.label')}
      mode="single"
      choices={groupings.map((value) => ({ value, label: t(`servers:group.${value}`) }))}
      chosen={[chosen]}
      onPress={(groupBy) => void saveLayout({ groupBy })}
    />
  );
}

/** The session is always shown. */
const switched = listColumns.filter((column) => column !== 'session');

function ColumnSwitches() {
  const t = useTranslate();
  const choices = useLayout('columns');
  const { shown } = useListColumns();
  const columnsWith = useColumnsWith();
  /** The choices with this column, as far as there is room for it. */
  const including = (column: ListColumn) => {
    const { shown: _before, ...choice }: ColumnChoice = choices[column] ?? {};
    const onItsOwn = withChoice(choices, column, choice);
    if (columnsWith(onItsOwn).shown.includes(column)) return onItsOwn;
    const chosen = withChoice(choices, column, { ...choice, shown: true });
    return columnsWith(chosen).shown.includes(column) ? chosen : null;
  };
  const toggle = (column: ListColumn): void => {
    const next = shown.includes(column)
      ? withChoice(choices, column, { ...choices[column], shown: false })
      : including(column);
    if (next !== null) void saveLayout({ columns: next });
  };
  return (
    <MenuChoices
      label={t('servers:columns.label')}
      mode="multiple"
      choices={switched.map((column) => ({
        value: column,
        label: t(`servers:columns.${column}`),
        refusal: shown.includes(column) || including(column) !== null ? undefined : t('servers:noRoom'),
      }))}
      chosen={switched.filter((column) => shown.includes(column))}
      onPress={toggle}
    />
  );
}
