// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Text } from '@mantine/core';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import { formatCountdown } from '../util/format';
import { useNow } from '../util/use-now';
import { endIfOver, logOut, refresh } from './session-service';
import { type Session } from './session-store';
import { useActivity } from './use-activity';

const WARNING = 60_000;

/** Keeps the session alive while it is used, warns before its end, and ends it in time. */
export function SessionWatch({ session }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  const left = session.endsAt - useNow();
  const warned = left <= Math.min(WARNING, session.timeout / 4);
  // once warned, only the answer to the dialog counts: a stray key must not close it unread
  useActivity(!warned);

  useEffect(() => {
    if (left <= 0) endIfOver();
  }, [left]);

  return (
    <Modal
      opened={warned}
      onClose={() => {}}
      title={t('session.warningTitle')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
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
        <Button onClick={() => void stay()} loading={busy} data-autofocus>
          {t('session.stay')}
        </Button>
        <Button variant="default" onClick={logOut}>
          {t('session.logOut')}
        </Button>
      </div>
    </>
  );
}
