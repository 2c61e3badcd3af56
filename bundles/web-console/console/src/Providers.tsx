// SPDX-License-Identifier: Apache-2.0
import { createTheme, MantineProvider, Menu, Modal, Tooltip } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';

const theme = createTheme({
  components: {
    // within the landmark of the page, not beside all of them
    Menu: Menu.extend({ defaultProps: { portalProps: { target: '#content' } } }),
    Tooltip: Tooltip.extend({ defaultProps: { multiline: true, maw: 320 } }),
    Modal: Modal.extend({
      // theme.css locks the scrolling; a dialog's header is no banner of the page
      defaultProps: { lockScroll: false, attributes: { header: { role: 'none' } } },
    }),
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
