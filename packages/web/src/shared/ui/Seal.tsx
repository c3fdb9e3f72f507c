import { CHENG, ZHI } from "./seal-paths.ts";

/** The mark: a cinnabar seal that reads 至诚. */
export const Seal = ({ size = 34, label }: { readonly size?: number; readonly label?: string }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 100 100"
    role={label ? "img" : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : true}
  >
    <rect width="100" height="100" rx="18" fill="#b5402b" />
    <rect
      x="5"
      y="5"
      width="90"
      height="90"
      rx="13"
      fill="none"
      stroke="#fff"
      strokeOpacity=".5"
      strokeWidth="1.6"
    />
    <g fill="#fff">
      <path d={ZHI} />
      <path d={CHENG} />
    </g>
  </svg>
);
