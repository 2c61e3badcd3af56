// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks before what was typed is lost. The end of the session is stronger: nobody could store it then. */
export function LeaveDialog({ dirty }: { dirty(): boolean }): ReactElement {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ next }) => dirty() && !next.pathname.startsWith('/authentication'),
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('form.leaveTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered
    >
      <Text mb="md">{t('form.leave')}</Text>
      <div className="buttons">
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t('form.stay')}
        </Button>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('form.discard')}
        </Button>
      </div>
    </Modal>
  );
}
