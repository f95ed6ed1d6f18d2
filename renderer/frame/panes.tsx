import type { CSSProperties, ReactNode } from 'react';
import { useLayout } from './window-layout.ts';

interface Props {
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** The panes of the window, as wide as a person chose. */
export function Panes({ className, children }: Props) {
  const views = useLayout('viewsWidth');
  const details = useLayout('detailsWidth');
  const widths = {
    ...(views !== null && { '--chosen-views': `${views}px` }),
    ...(details !== null && { '--chosen-details': `${details}px` }),
  };
  return (
    <div className={className} style={widths as CSSProperties}>
      {children}
    </div>
  );
}
