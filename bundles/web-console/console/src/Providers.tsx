// SPDX-License-Identifier: Apache-2.0
import { createTheme, MantineProvider, type MenuProps, type ModalProps, type TooltipProps } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';

// a menu stays when what loads above moves its button out of sight
const menu: Partial<MenuProps> = { portalProps: { target: '#content' }, hideDetached: false };
const tooltip: Partial<TooltipProps> = { multiline: true, maw: 320 };
// a click beside a dialog loses nothing of what was typed into it
const modal: Partial<ModalProps> = { lockScroll: false, closeOnClickOutside: false, attributes: { header: { role: 'none' } } };

// by name: their own extend() would load them with the login page
const theme = createTheme({
  components: {
    // within the landmark of the page, not beside all of them
    Menu: { defaultProps: menu },
    Tooltip: { defaultProps: tooltip },
    // theme.css locks the scrolling; a dialog's header is no banner of the page
    Modal: { defaultProps: modal },
  },
});

/** What every component may count on. Nothing here writes a style element: the Content-Security-Policy refuses them. */
export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }): ReactElement {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
      // in tests no transitions
      env={import.meta.env.MODE === 'test' ? 'test' : 'default'}
    >
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}
