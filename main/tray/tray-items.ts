/** The most icons that are looked at. */
const mostItems = 50;

/** A name on the bus: unique (`:1.7`) or chosen (`org.kde.StatusNotifierItem-12-1`). */
const busName = /^(?::\d+\.\d+|[A-Za-z_][\w-]*(?:\.[\w-]+)+)/;

/**
 * The owners of the icons in an answer of gdbus, `(<[':1.7/StatusNotifierItem', 'org.kde.StatusNotifierItem-12-1@/Path']>,)`;
 * each desktop puts the path behind the name in its own way.
 */
export function ownersIn(answer: string): readonly string[] {
  const owners = [...answer.matchAll(/'([^']*)'/g)].flatMap(([, item = '']) => busName.exec(item)?.[0] ?? []);
  return [...new Set(owners)].slice(0, mostItems);
}
