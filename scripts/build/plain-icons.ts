import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** A shape of an icon of lucide-react: its element and attributes. */
export type IconShape = readonly [string, Readonly<Record<string, string>>];

/** The shapes of an icon as one path, to be stroked with round caps. */
export function iconPath(shapes: readonly IconShape[]): string {
  return shapes.map(([element, attributes]) => shapePath(element, attributes)).join('');
}

function shapePath(element: string, attributes: IconShape[1]): string {
  const number = (name: string): number => Number(attributes[name] ?? 0);
  switch (element) {
    case 'path':
      // Relative to the start of the icon, not to the end of the shape before.
      return (attributes.d ?? '').replace(/^m/, 'M0 0m');
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
    case 'circle': {
      const r = number('r');
      return `M${number('cx') - r} ${number('cy')}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    }
    case 'rect': {
      const r = number('rx');
      const [width, height] = [number('width') - 2 * r, number('height') - 2 * r];
      const corner = (x: number, y: number): string => `a${r} ${r} 0 0 1 ${x} ${y}`;
      return (
        `M${number('x') + r} ${number('y')}h${width}${corner(r, r)}v${height}${corner(-r, r)}` +
        `h${-width}${corner(-r, -r)}v${-height}${corner(r, -r)}z`
      );
    }
    default:
      throw new Error(`An icon has a ${element}, which is not drawn yet`);
  }
}

// The class `lucide` has the attributes that lucide-react writes on each icon.
const createIcon = `
  import { jsx } from 'react/jsx-runtime';
  export default (d) => ({ size = 24, className = '', ...rest }) =>
    jsx('svg', {
      className: className === '' ? 'lucide' : 'lucide ' + className,
      width: size,
      height: size,
      viewBox: '0 0 24 24',
      'aria-hidden': rest['aria-label'] === undefined || undefined,
      ...rest,
      children: jsx('path', { d }),
    });
`;

/**
 * Draws each icon of lucide-react as one path. In the first picture are 80 of them, which would otherwise be 260 elements
 * with 900 attributes, a third of the page.
 */
export const plainIcons: Plugin = {
  name: 'plain-icons',
  enforce: 'pre',
  async load(id) {
    const path = id.replaceAll('\\', '/');
    if (/lucide-react\/dist\/esm\/createLucideIcon\.mjs$/.test(path)) return createIcon;
    if (!/lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/.test(path)) return null;
    const { __iconData: data } = (await import(pathToFileURL(id).href)) as {
      readonly __iconData?: { readonly node: readonly IconShape[] };
    };
    // Another name of an icon exports that one.
    if (data === undefined) return null;
    return `import icon from '../createLucideIcon.mjs'; export default icon('${iconPath(data.node)}');`;
  },
};
