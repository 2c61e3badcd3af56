// SPDX-License-Identifier: Apache-2.0
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ClockIcon } from '../components/icons';
import { formatCountdown } from '../util/format';
import { useNow } from '../util/use-now';

/** Until the session ends if nobody does anything. */
export function Countdown({ endsAt }: { endsAt: number }): ReactElement {
  const { t } = useTranslation();
  const left = endsAt - useNow();
  return (
    <span className="countdown" title={t('session.remaining')}>
      <ClockIcon />
      <span role="timer" aria-label={t('session.remaining')}>
        {formatCountdown(left)}
      </span>
    </span>
  );
}
