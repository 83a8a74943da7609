/** A dashed winding path on a rounded square. */
export function ProductMark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--ax-accent-600)" />
      <path
        d="M14 6.5c-2.6 2.2-2.4 5.2 1 7 3.6 1.9 7.2 2.6 6.4 5.2-.8 2.5-6 2.6-12.2 5.8"
        fill="none"
        stroke="#fff"
        strokeWidth="3.6"
        strokeLinecap="round"
        strokeDasharray="3.2 5.6"
      />
    </svg>
  );
}
