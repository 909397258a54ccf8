// The app's icon, drawn in place: the page loads no picture for it.
export function AppMark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="100 100 824 824" aria-hidden="true">
      <defs>
        <linearGradient id="app-mark-ground" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#3f73ee" />
          <stop offset="1" stopColor="#1a3b94" />
        </linearGradient>
        <linearGradient id="app-mark-lip" x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#c3d4ff" />
          <stop offset="1" stopColor="#93b2ff" />
        </linearGradient>
      </defs>
      <rect x="100" y="100" width="824" height="824" rx="186" fill="url(#app-mark-ground)" />
      <rect x="338" y="196" width="348" height="160" rx="36" fill="#fff" opacity=".26" />
      <rect x="294" y="246" width="436" height="160" rx="42" fill="#fff" opacity=".46" />
      <path d="M298 300h428a48 48 0 0 1 48 48v400H250V348a48 48 0 0 1 48-48z" fill="#fff" />
      <path fill="#2453c4" d="M446 388v156c0 23 25 37 45 25l130-78c19-12 19-39 0-51l-130-78c-20-12-45 3-45 26z" />
      <path
        fill="url(#app-mark-lip)"
        d="M184 664a34 34 0 0 1 34-34h130c14 0 27 8 33 21l16 33c6 13 19 21 33 21h164c14 0 27-8 33-21l16-33c6-13 19-21 33-21h130a34 34 0 0 1 34 34v60c0 61-49 110-110 110H294c-61 0-110-49-110-110z"
      />
    </svg>
  );
}
