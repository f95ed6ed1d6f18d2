import ScrollText from 'lucide-react/icons/scroll-text';
import Table from 'lucide-react/icons/table-2';
import Users from 'lucide-react/icons/users';

/** The screens below the views; each has the shortcut of its command. */
export const places = [
  { screen: 'overview', command: 'overview', title: 'servers:table.title', Icon: Table },
  { screen: 'all-sessions', command: 'allSessions', title: 'window:sessionsOnServers', Icon: Users },
  { screen: 'journal', command: 'journal', title: 'journal:title', Icon: ScrollText },
] as const;
