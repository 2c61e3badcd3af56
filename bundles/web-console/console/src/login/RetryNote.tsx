// SPDX-License-Identifier: Apache-2.0
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCountdown } from '../util/format';
import { useNow } from '../util/use-now';

/** Counts down to the next try; not announced each second. */
export function RetryNote({ until }: { until: number }): ReactElement {
  const { t } = useTranslation();
  const left = until - useNow();
  return (
    <p className="retry-note" aria-live="off">
      {left > 0 ? t('retry.in', { time: formatCountdown(left) }) : t('retry.now')}
    </p>
  );
}
