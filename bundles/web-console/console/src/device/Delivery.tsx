// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ContentDialog } from '../list/ContentDialog';
import type { ListQuery } from '../list/list-state';
import { liveListQuery } from '../list/use-list';
import { rowActions } from '../resource/actions';
import { liveThingQuery, type Metadata, type Thing, thingQuery } from '../resource/metadata';
import { formatTimestamp } from '../util/format';
import { type Device, has, type Slot, slotName, slots } from './device';
import classes from './Device.module.css';
import { Section } from './Facts';

interface Props {
  device: Device;
  metadata: Metadata;
  live: number | false;
}

interface Line {
  key: string;
  name: string;
  wanted: string | undefined;
  reported: ReactNode;
  state: { text: string; kind: 'good' | 'wait' | 'off' } | undefined;
}

type Version = Record<string, { id: number; representation: string } | undefined>;

/** What the template wants the device to have, what the device says it has, and what is still to be sent. */
export function Delivery({ device, metadata, live }: Props): ReactElement | null {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Thing | null>(null);
  const type = device.deviceType;
  const version = useVersion(device, live);
  const firmware = useFirmware(version);
  const reports = useReports(device, live, metadata.configlog === undefined ? [] : slots.filter((slot) => has(type, `hasConfig${slot}`)));
  const action = metadata.configlog && rowActions('configlog', metadata.configlog).find(({ key }) => key === 'content');

  const firmwareLine = (slot: Slot): Line => {
    const wanted = version?.[`firmware${slot}`];
    const reported = device[`firmwareVersion${slot}`] as string | undefined;
    const state = waits(`reinstallFirmware${slot}`) ?? compared(firmware.get(wanted?.id), reported);
    return { key: `firmware${slot}`, name: slotName(t, type, 'Firmware', slot), wanted: wanted?.representation, reported, state };
  };
  const configLine = (slot: Slot): Line => {
    const report = reports.get(slot);
    const always = has(type, `hasAlwaysReinstallConfig${slot}`);
    const state = always ? { text: t('device.state.always'), kind: 'off' as const } : waits(`reinstallConfig${slot}`);
    return {
      key: `config${slot}`,
      name: slotName(t, type, 'Config', slot),
      wanted: version?.[`config${slot}`]?.representation,
      reported: report && (
        <ReportButton report={report} readable={action !== undefined && !report.deny?.showContent} onShow={() => setShown(report)} />
      ),
      // no praise: it is not compared with what the template would make
      state: state ?? (report ? { text: t('device.state.reported'), kind: 'off' } : undefined),
    };
  };
  const waits = (flag: string): Line['state'] =>
    device[flag] === true ? { text: t(device.enabled ? 'device.state.waits' : 'device.state.waitsDisabled'), kind: 'wait' } : undefined;
  const good = (): Line['state'] => ({ text: t('device.state.same'), kind: 'good' });
  const differs = (): Line['state'] => ({ text: t('device.state.differs'), kind: 'wait' });

  // whether a v before the version counts is up to the procedure
  const compared = (version: string | undefined, reported: string | undefined): Line['state'] => {
    if (!version || !reported) return undefined;
    if (version === reported) return good();
    return withoutV(version) === withoutV(reported) ? undefined : differs();
  };

  const lines = [
    ...slots.filter((slot) => has(type, `hasFirmware${slot}`)).map(firmwareLine),
    ...slots.filter((slot) => has(type, `hasConfig${slot}`)).map(configLine),
  ];
  if (lines.length === 0) return null;
  return (
    <Section title={t('device.delivery')}>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('device.delivery')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('device.slot')}</th>
              <th scope="col">{t('device.inTemplate')}</th>
              <th scope="col">{t('device.reported')}</th>
              <th scope="col">{t('device.stateHead')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, name, wanted, reported, state }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td data-label={t('device.inTemplate')}>{wanted ?? '–'}</td>
                <td data-label={t('device.reported')}>{reported ?? '–'}</td>
                <td data-label={t('device.stateHead')}>{state && <span className={classes.chip} data-kind={state.kind}>{state.text}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown && action && <ContentDialog resource="configlog" action={action} row={shown} onClose={() => setShown(null)} />}
    </Section>
  );
}

function ReportButton({ report, readable, onShow }: { report: Thing; readable: boolean; onShow(): void }): ReactElement {
  const { t } = useTranslation();
  const at = formatTimestamp(String(report.updatedAt ?? report.createdAt));
  if (!readable) return <>{at}</>;
  return (
    <UnstyledButton className={classes.link} onClick={onShow} title={t('device.showReported')}>
      {at}
    </UnstyledButton>
  );
}

const withoutV = (version: string): string => version.replace(/^v/i, '');

/** The version of its template that counts for the device. */
function useVersion(device: Device, refetchInterval: number | false): Version | undefined {
  const { productionTemplate, stagingTemplate } = (device.template ?? {}) as Record<string, Thing | undefined>;
  const chosen = (device.staging ? stagingTemplate : undefined) ?? productionTemplate;
  const { data } = useQuery({ ...liveThingQuery('templateversion', String(chosen?.id ?? ''), refetchInterval), enabled: chosen !== undefined });
  return data as Version | undefined;
}

/** The versions of the firmwares that the template names, by their id. */
function useFirmware(version: Version | undefined): Map<number | undefined, string> {
  const ids = slots.flatMap((slot) => version?.[`firmware${slot}`]?.id ?? []);
  const answers = useQueries({ queries: ids.map((id) => ({ ...thingQuery('firmware', String(id)), staleTime: 300_000 })) });
  return new Map(ids.map((id, place) => [id, String(answers[place]?.data?.version ?? '')]));
}

const last: Omit<ListQuery, 'filters'> = { page: 1, rowsPerPage: 1, sorting: [{ field: 'createdAt', direction: 'desc' }] };
/** Without a time the log tells of the last days only. */
const ever = { filterBy: 'createdAt', filterType: 'dateTimeGreaterThanOrEqual', filterValue: '1970-01-01T00:00:00Z' };

/** The newest report of each slot, however long ago it came. */
function useReports(device: Device, live: number | false, of: readonly Slot[]): ReadonlyMap<Slot, Thing | undefined> {
  const ofDevice = { filterBy: 'device', filterType: 'equal', filterValue: device.id };
  const answers = useQueries({
    queries: of.map((slot) => {
      const filters = [ofDevice, { filterBy: 'feature', filterType: 'equal', filterValue: String(slot) }, ever];
      return liveListQuery('configlog', { ...last, filters }, live);
    }),
  });
  return new Map(of.map((slot, place) => [slot, answers[place]?.data?.results[0]]));
}
