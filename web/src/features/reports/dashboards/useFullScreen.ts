import { useEffect, useState } from "react";

/** Whether something fills the whole screen, and how it comes to. */
export function useFullScreen() {
  const [on, setOn] = useState(false);
  useEffect(() => {
    const listen = () => setOn(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", listen);
    return () => document.removeEventListener("fullscreenchange", listen);
  }, []);
  return {
    on,
    toggle: (element: HTMLElement | null) =>
      void (on ? document.exitFullscreen() : element?.requestFullscreen().catch(() => {})),
  };
}
