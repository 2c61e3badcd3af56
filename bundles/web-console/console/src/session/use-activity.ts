// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react';
import { noteActivity } from './session-service';

const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;

/** While active, what the user does keeps the session alive. A mouse that only moves may be a trembling desk. */
export function useActivity(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    noteActivity();
    for (const sign of signs) window.addEventListener(sign, noteActivity, { passive: true, capture: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, noteActivity, { capture: true });
    };
  }, [active]);
}
