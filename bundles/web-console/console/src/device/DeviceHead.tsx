// SPDX-License-Identifier: Apache-2.0
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ThingTitle } from '../components/ThingTitle';
import { ago } from '../util/ago';
import { formatTimestamp } from '../util/format';
import { useNow } from '../util/use-now';
import type { Device } from './device';
import classes from './Device.module.css';

/** Who it is and how it is, at a glance. */
export function DeviceHead({ device, live }: { device: Device; live: boolean }): ReactElement {
  const { t } = useTranslation();
  const { deviceType } = device;
  return (
    <div>
      <div className={classes.title}>
        <ThingTitle>
          {device.name}
        </ThingTitle>
        {deviceType && (
          <span className={classes.type} title={t('fields.deviceType')}>
            <span className={classes.typeMark} style={{ backgroundColor: deviceType.color ?? 'gray' }} aria-hidden />
            {deviceType.representation}
          </span>
        )}
        <span className={classes.chip} data-kind={device.enabled ? 'good' : 'off'}>
          {device.enabled ? t('device.enabled') : t('device.disabled')}
        </span>
        {device.staging && <span className={classes.chip}>{t('device.staging')}</span>}
        {device.lastCommandCritical === true && (
          <span className={classes.chip} data-kind="bad">
            {t('device.commandFailed')}
          </span>
        )}
      </div>
      <p className={classes.sub}>
        <LastSeen seenAt={device.seenAt} />
        <span className={classes.live} data-on={live || undefined} title={t(live ? 'device.liveHint' : 'device.pausedHint')}>
          {live ? t('device.live') : t('device.paused')}
        </span>
      </p>
    </div>
  );
}

function LastSeen({ seenAt }: { seenAt: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const now = useNow();
  if (!seenAt) return <span>{t('device.neverSeen')}</span>;
  return (
    <span title={formatTimestamp(seenAt)}>
      {t('device.seen')} <time dateTime={seenAt}>{ago(t, seenAt, now)}</time>
    </span>
  );
}
