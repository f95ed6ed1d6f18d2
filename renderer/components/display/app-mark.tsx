import { useId } from 'react';

interface Props {
  /** In pixels. */
  readonly size?: number;
}

/** The icon of the app, drawn for 20 pixels: three servers, and the ring of a running session. */
export function AppMark({ size = 20 }: Props) {
  const id = useId();
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 16 16">
      <linearGradient id={`${id}ground`} x2="0" y2="1">
        <stop stopColor="#4b78ff" />
        <stop offset="1" stopColor="#1d42bd" />
      </linearGradient>
      <mask id={`${id}cut`}>
        <path fill="#fff" d="M0 0h16v16H0z" />
        <circle cx="11.5" cy="11.5" r="4.25" />
        <path d="M4 3h1v1H4zM4 7h1v1H4zM4 11h1v1H4z" />
      </mask>
      <rect width="16" height="16" rx="3.5" fill={`url(#${id}ground)`} />
      <g fill="#fff" mask={`url(#${id}cut)`}>
        {[2, 6, 10].map((y) => (
          <rect key={y} x="3" y={y} width="10" height="3" rx="0.75" />
        ))}
      </g>
      <g fill="none" strokeWidth="1.75" strokeLinecap="round">
        <circle cx="11.5" cy="11.5" r="2.4" stroke="#fff" strokeOpacity="0.35" />
        <path d="M11.5 9.1a2.4 2.4 0 1 1-2.4 2.4" stroke="#7ef2c4" />
      </g>
    </svg>
  );
}
