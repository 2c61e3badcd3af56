// SPDX-License-Identifier: Apache-2.0
import { useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** A new page begins at its content, for those who work by keyboard or by ear, unless it put the focus somewhere itself. */
export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const content = useRef<HTMLElement>(null);
  const page = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shown = useRef<string>(undefined);
  useEffect(() => {
    const first = shown.current === undefined;
    shown.current = page;
    if (first || !content.current || content.current.contains(document.activeElement)) return;
    content.current.focus({ preventScroll: true });
  }, [page]);
  return content;
}
