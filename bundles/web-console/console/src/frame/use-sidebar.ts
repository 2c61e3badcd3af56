// SPDX-License-Identifier: Apache-2.0
import { useLocalStorage, useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';

export interface SidebarState {
  /** Icons only; kept for the next visit. */
  collapsed: boolean;
  /** Shown over the page, where the window is too narrow for both. */
  open: boolean;
  toggleCollapsed(): void;
  toggleOpen(): void;
  close(): void;
}

export function useSidebar(): SidebarState {
  const [collapsed, setCollapsed] = useLocalStorage({
    key: 'smartems.sidebarCollapsed',
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  const [open, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  return {
    collapsed,
    open,
    toggleCollapsed: () => setCollapsed(!collapsed),
    toggleOpen: () => setOpen(!open),
    close,
  };
}
