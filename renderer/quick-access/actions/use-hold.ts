import { useEffect, useRef, useState } from 'react';

/** How long a key is held to confirm, in ms. */
const holdMs = 700;

/** A press that has to be held. */
export interface Hold {
  /** Whether it is being held. */
  readonly isHeld: boolean;
  /** Starts; `act` runs unless the press ends before the time is up. */
  readonly begin: (act: () => void) => void;
  readonly end: () => void;
}

/** A press that does something only once it was held; a window that loses the focus ends it. */
export function useHold(): Hold {
  const [isHeld, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const end = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHeld(false);
  };
  const begin = (act: () => void): void => {
    end();
    setHeld(true);
    timer.current = setTimeout(() => {
      end();
      act();
    }, holdMs);
  };
  const latest = useRef(end);
  latest.current = end;
  useEffect(() => {
    const leave = (): void => latest.current();
    window.addEventListener('blur', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      leave();
      window.removeEventListener('blur', leave);
      document.removeEventListener('visibilitychange', leave);
    };
  }, []);
  return { isHeld, begin, end };
}
