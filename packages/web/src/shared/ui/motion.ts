import { useEffect, useRef, useState } from "react";

export const prefersStill = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

const DURATION_MS = 700;
const ease = (x: number): number => 1 - (1 - x) ** 3;

/** Lets a number walk to its next value; it jumps where people asked for less motion. */
export const useWalk = (target: number): number => {
  const [shown, setShown] = useState(target);
  const from = useRef(target);
  useEffect(() => {
    const start = from.current;
    if (start === target || prefersStill()) {
      from.current = target;
      setShown(target);
      return;
    }
    const began = performance.now();
    let frame = 0;
    const step = (now: number): void => {
      const part = Math.min(1, (now - began) / DURATION_MS);
      from.current = start + (target - start) * ease(part);
      setShown(from.current);
      if (part < 1) frame = requestAnimationFrame(step);
      else from.current = target;
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return shown;
};
