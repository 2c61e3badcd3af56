// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core';
import type { ReactElement } from 'react';

/** The head of a page about one thing: however long its name is, what can be done with it stays in sight. */
export function ThingTitle({ children }: { children: string }): ReactElement {
  return (
    <Title order={1} size="h2" className="thing-title" title={children}>
      {children}
    </Title>
  );
}
