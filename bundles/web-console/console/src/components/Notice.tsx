// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { AlertIcon, CheckIcon, InfoIcon } from './icons';

const kinds = {
  error: { color: 'red', role: 'alert', icon: AlertIcon },
  info: { color: 'blue', role: 'status', icon: InfoIcon },
  success: { color: 'green', role: 'status', icon: CheckIcon },
} as const;

interface Props {
  kind: keyof typeof kinds;
  title?: string;
  children: ReactNode;
}

/** A message on a page; screen readers say it when it appears. */
export function Notice({ kind, title, children }: Props): ReactElement {
  const { color, role, icon: Icon } = kinds[kind];
  return (
    <Alert color={color} role={role} icon={<Icon />} title={title} variant="light">
      {children}
    </Alert>
  );
}
