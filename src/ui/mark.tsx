interface MarkProps {
  /** Width in CSS pixels. */
  readonly size?: number;
}

/** Three nodes, two of them agreed: a quorum. */
export function Mark({ size = 26 }: MarkProps) {
  return (
    <svg width={size} height={(size * 22) / 26} viewBox="0 0 26 22" aria-hidden="true">
      <path d="M8.2 12.4 11.2 8.5M17.8 12.4 14.8 8.5M10.5 16h5" stroke="currentColor" stroke-width="1.5" />
      <circle cx="6" cy="16" r="4.4" fill="currentColor" />
      <circle cx="20" cy="16" r="4.4" fill="currentColor" />
      <circle cx="13" cy="5.4" r="3.6" fill="none" stroke="currentColor" stroke-width="1.7" />
    </svg>
  );
}
