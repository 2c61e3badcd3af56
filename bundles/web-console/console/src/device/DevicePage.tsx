// SPDX-License-Identifier: Apache-2.0
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFailure } from '../components/failure';
import { NotFoundPage } from '../components/NotFoundPage';
import { Notice } from '../components/Notice';
import { Waiting } from '../components/Waiting';
import { liveThingQuery, metadataQuery } from '../resource/metadata';
import { ListMessages } from '../list/ListMessages';
import { useLeaving } from '../list/use-leaving';
import { useLive } from '../session/use-live';
import { formatTimestamp } from '../util/format';
import { CustomData } from './CustomData';
import { Delivery } from './Delivery';
import { type Device, factsOf, has, pending } from './device';
import { DeviceHead } from './DeviceHead';
import { DeviceLogs } from './DeviceLogs';
import { DeviceTools } from './DeviceTools';
import classes from './Device.module.css';
import { Facts, Pair, Section } from './Facts';
import { Variables } from './Variables';

const identity = ['identifier', 'serialNumber', 'model', 'hardwareVersion', 'imei', 'imsi'];
const identityMore = ['imsi2', 'registrationId', 'endorsementKey', 'uuid', 'description', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];
const network = ['host', 'networkGeneration', 'operatorCode', 'band', 'rsrp', 'cellularIp1', 'uptime'];
const networkMore = ['xForwardedFor', 'ipv6Prefix', 'cellId', 'rsrpValue', 'cellularUptime1', 'cellularUptimeSeconds1', 'cellularIp2', 'cellularUptime2', 'cellularUptimeSeconds2', 'uptimeSeconds'];

/** Everything that is known of one device, kept up to date while somebody looks at it. */
export function DevicePage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const leave = useLeaving('device');
  const queries = useQueryClient();
  const live = useLive();
  const metadata = useQuery(metadataQuery);
  const thing = useQuery(liveThingQuery('device', id, live));
  const device = thing.data as Device | undefined;
  const meta = metadata.data?.device;
  if (metadata.data && !meta) return <NotFoundPage />;
  if (!device || !metadata.data || !meta) return <Waiting on={[metadata, thing]} />;
  const type = device.deviceType;
  const refresh = (): void => {
    void queries.invalidateQueries({ queryKey: ['thing', 'device', id] });
    void queries.invalidateQueries({ queryKey: ['thing', 'templateversion'] });
    void queries.invalidateQueries({ queryKey: ['list'] });
  };
  const networkFacts = factsOf(meta, device, network);
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <DeviceHead device={device} live={live !== false && !thing.error} />
        <DeviceTools device={device} meta={meta} onChanged={refresh} onDeleted={leave} />
      </div>
      <ListMessages />
      {thing.error && <Notice kind="error">{describeFailure(thing.error, t)}</Notice>}
      <div className={classes.cards}>
        <Delivery device={device} metadata={metadata.data} live={live} />
        <div className={classes.columns}>
          <State device={device} />
          <Section title={t('device.identity')}>
            <Facts device={device} facts={factsOf(meta, device, identity)} more={factsOf(meta, device, identityMore)} />
          </Section>
          {networkFacts.length > 0 && (
            <Section title={t('device.network')}>
              <Facts device={device} facts={networkFacts} more={factsOf(meta, device, networkMore)} />
            </Section>
          )}
          <CustomData device={device} />
          {has(type, 'hasVariables') && <Variables device={device} />}
        </div>
        <DeviceLogs device={device} metadata={metadata.data} live={live} />
      </div>
    </div>
  );
}

function State({ device }: { device: Device }): ReactElement {
  const { t } = useTranslation();
  const { data: metadata } = useQuery(metadataQuery);
  const waits = pending(t, device);
  const labels = metadata?.device ? factsOf(metadata.device, device, ['labels', 'accessTags']) : [];
  return (
    <Section title={t('device.stateTitle')}>
      <Facts device={device} facts={labels}>
        {has(device.deviceType, 'hasTemplates') && <Pair label={t('fields.template')}><Template device={device} /></Pair>}
        <Pair label={t('fields.seenAt')}>{device.seenAt ? formatTimestamp(device.seenAt) : t('device.neverSeen')}</Pair>
        {typeof device.connectionAmount === 'number' && has(device.deviceType, 'enableConnectionAggregation') && (
          <Pair label={t('device.contacts')}>
            {device.connectionAmountFrom
              ? t('device.contactsSince', { count: device.connectionAmount, since: formatTimestamp(String(device.connectionAmountFrom)) })
              : device.connectionAmount}
          </Pair>
        )}
        {typeof device.commandRetryCount === 'number' && has(device.deviceType, 'hasDeviceCommands') && (
          <Pair label={t('fields.commandRetryCount')}>{device.commandRetryCount}</Pair>
        )}
        <Pair label={t('device.waitsTitle')}>
          {waits.length === 0 ? t('device.waitsNone') : <Waits waits={waits} />}
        </Pair>
      </Facts>
    </Section>
  );
}

function Waits({ waits }: { waits: readonly string[] }): ReactNode {
  return (
    <ul className={classes.waits}>
      {waits.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Template({ device }: { device: Device }): ReactNode {
  const { t } = useTranslation();
  if (!device.template) return t('device.noTemplate');
  const params = { resource: 'template', id: String(device.template.id) };
  return (
    <Link to="/web/list/$resource/$id/details" params={params}>
      {device.template.representation}
    </Link>
  );
}
