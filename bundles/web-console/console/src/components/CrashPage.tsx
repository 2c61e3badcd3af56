// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** In place of a page that threw; the frame around it goes on working. */
export function CrashPage({ error }: { error: unknown }): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start" p="md" role="alert">
      <Title order={1} size="h2">
        {t('crash.title')}
      </Title>
      <Text>{t('crash.text')}</Text>
      <Text c="dimmed" size="sm" className="wrap-anywhere">
        {String(error)}
      </Text>
      <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
    </Stack>
  );
}
