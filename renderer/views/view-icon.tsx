import CircleDashed from 'lucide-react/icons/circle-dashed';
import Clock from 'lucide-react/icons/clock-alert';
import EyeOff from 'lucide-react/icons/eye-off';
import History from 'lucide-react/icons/history';
import List from 'lucide-react/icons/list';
import Star from 'lucide-react/icons/star';
import Tag from 'lucide-react/icons/tag';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { View } from '../../contract/list-outline.ts';

import styles from './view-icon.module.css';

const icons = {
  all: List,
  expiring: Clock,
  problems: TriangleAlert,
  'logged-out': CircleDashed,
  favourites: Star,
  recent: History,
  hidden: EyeOff,
};

/** The icon of a view. */
export function ViewIcon({ view }: { readonly view: View }) {
  if (view.startsWith('environment:')) return <span className={styles.shape} data-view={view} />;
  const Icon = icons[view as keyof typeof icons] ?? Tag;
  return <Icon size={16} />;
}
