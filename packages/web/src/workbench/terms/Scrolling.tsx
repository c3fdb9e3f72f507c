import { type ReactNode, useEffect, useRef, useState } from "react";
import css from "./Scrolling.module.css";

/** What may be wider than the page scrolls in its own frame; only then is it a stop for the keyboard. */
export const Scrolling = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const frame = useRef<HTMLElement>(null);
  const [wide, setWide] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = (): void => setWide(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, []);
  return (
    <section ref={frame} className={css.frame} aria-label={label} {...(wide ? { tabIndex: 0 } : {})}>
      {children}
    </section>
  );
};
