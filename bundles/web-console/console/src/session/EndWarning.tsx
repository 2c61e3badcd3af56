// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Text } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import { formatCountdown } from '../util/format';
import { logOut, refresh } from './session-service';

/** By this, dialogs below know that a key is not for them. */
const untouched = { 'data-mantine-stop-propagation': 'true' };

/** Asks whether to go on, and counts down. */
export function EndWarning({ left }: { left: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={() => {}}
      title={t('session.warningTitle')}
      withCloseButton={false}
      closeOnEscape={false}
      // nor does it close the dialog below
      attributes={{ header: { role: 'none' }, content: untouched }}
      centered
    >
      <Text>{t('session.warning')}</Text>
      <p className="big-countdown" role="timer" aria-label={t('session.remaining')}>
        {formatCountdown(left)}
      </p>
      <StayOrLeave />
    </Modal>
  );
}

function StayOrLeave(): ReactElement {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);

  async function stay(): Promise<void> {
    setBusy(true);
    setFailure(null);
    await refresh().catch(setFailure);
    setBusy(false);
  }

  return (
    <>
      {failure !== null && <Notice kind="error">{describeFailure(failure, t)}</Notice>}
      <div className="buttons">
        <Button onClick={() => void stay()} loading={busy} data-autofocus {...untouched}>
          {t('session.stay')}
        </Button>
        <Button variant="default" onClick={logOut} {...untouched}>
          {t('session.logOut')}
        </Button>
      </div>
    </>
  );
}
