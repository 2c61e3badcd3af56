// SPDX-License-Identifier: Apache-2.0
import { Box } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '../api/configuration';
import { Notice } from '../components/Notice';

/** Says on every page why nothing works, or for whom nothing works. */
export function MaintenanceNote({ roles }: { roles: readonly string[] }): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useQuery({ ...configurationQuery, retry: false });
  if (data?.maintenanceMode !== true) return null;
  return (
    <Box mb="md">
      <Notice kind="info">{t(roles.includes('ROLE_ADMIN') ? 'settings.maintenanceOn' : 'frame.maintenance')}</Notice>
    </Box>
  );
}
