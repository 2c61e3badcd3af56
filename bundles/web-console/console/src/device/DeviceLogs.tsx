// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasList, type Metadata } from '../resource/metadata';
import { type Device, has } from './device';
import { DeviceLog } from './DeviceLog';

const sameInEveryRow = ['device', 'deviceType'];

/** The logs that can have lines of this device. */
export function DeviceLogs({ device, metadata, live }: { device: Device; metadata: Metadata; live: number | false }): ReactNode {
  const { t } = useTranslation();
  const type = device.deviceType;
  const sees = (resource: string): boolean => metadata[resource] !== undefined && hasList(resource, metadata[resource]);
  const ofDevice = { filterBy: 'device', filterType: 'equalMultiple', filterValue: [device.id] };
  const logs = [
    { resource: 'communicationlog', shown: true },
    { resource: 'devicecommand', shown: has(type, 'hasDeviceCommands') },
    { resource: 'configlog', shown: [1, 2, 3].some((slot) => has(type, `hasConfig${slot}`)) },
    { resource: 'diagnoselog', shown: has(type, 'hasRequestDiagnose') },
  ].filter(({ resource, shown }) => shown && sees(resource));
  return (
    <>
      {logs.map(({ resource }) => {
        const meta = metadata[resource];
        return meta && <DeviceLog key={resource} resource={resource} meta={meta} filter={ofDevice} live={live} without={sameInEveryRow} />;
      })}
      {typeof device.host === 'string' && metadata.devicefailedloginattempt && sees('devicefailedloginattempt') && (
        <DeviceLog
          resource="devicefailedloginattempt"
          meta={metadata.devicefailedloginattempt}
          // a refused login names no device: what is known of it is where it came from
          title={t('device.failedLogins', { address: device.host })}
          filter={{ filterBy: 'remoteHost', filterType: 'equal', filterValue: device.host }}
          live={live}
          without={sameInEveryRow}
        />
      )}
    </>
  );
}
