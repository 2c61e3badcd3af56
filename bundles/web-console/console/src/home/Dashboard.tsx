// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hasList, isCreatable, type Metadata, metadataQuery } from '../resource/metadata';
import { useLive } from '../session/use-live';
import { Bar } from './Bar';
import classes from './Dashboard.module.css';
import { Figure } from './Figure';
import { commandResults, contactResults, figures, filter, rest, spreadByType, stateParts, type TypeSpread } from './figures';
import { type Count, useFleetCounts } from './fleet-counts';
import { Hours } from './Hours';

/** How the fleet is, in figures that lead to the rows behind them. */
export function Dashboard(): ReactElement | null {
  const { t } = useTranslation();
  const { data: metadata = {} } = useQuery(metadataQuery);
  // of the moment the page was opened, so that figures and rows agree
  const [now] = useState(() => Date.now());
  const counts = useFleetCounts(metadata, now);
  const devices = counts.get('devices');
  if (!devices) return null;
  const tiles = ['devices', 'disabled', 'failedCommands', 'refusedLogins'] as const;
  const sees = (list: string): boolean => metadata[list] !== undefined && hasList(list, metadata[list]);
  return (
    <section className={classes.board} aria-label={t('dashboard.title')}>
      <div className={classes.tiles}>
        {tiles.map((key) => {
          const count = counts.get(key);
          return count && <Tile key={key} label={t(`dashboard.${key}`)} count={count} bad={key === 'failedCommands' || key === 'refusedLogins'} />;
        })}
      </div>
      {devices.value === 0 ? (
        <NoDevices metadata={metadata} />
      ) : (
        <div className={classes.figures}>
          <States />
          {sees('communicationlog') && <Contacts />}
          <Firmware />
          {sees('devicecommand') && <Commands />}
        </div>
      )}
    </section>
  );
}

function Tile({ label, count, bad }: { label: string; count: Count; bad: boolean }): ReactElement {
  const { t, i18n } = useTranslation();
  const { resource, filters, value, exact } = count;
  const figure = value === undefined ? '…' : value.toLocaleString(i18n.language);
  return (
    <Link
      className={classes.tile}
      to="/web/list/$resource"
      params={{ resource }}
      search={filters.length > 0 ? { filters } : {}}
      data-bad={(bad && (value ?? 0) > 0) || undefined}
    >
      <span className={classes.number}>{exact ? figure : t('dashboard.about', { figure })}</span> <span>{label}</span>
    </Link>
  );
}

/** What a new server needs before there is anything to count. */
function NoDevices({ metadata }: { metadata: Metadata }): ReactElement {
  const { t } = useTranslation();
  const steps = (['deviceauthentication', 'device'] as const).filter((list) => metadata[list] && isCreatable(list, metadata[list]));
  return (
    <div className={classes.none}>
      <p>{t('dashboard.none')}</p>
      {steps.length > 0 && (
        <ul>
          {steps.map((resource) => (
            <li key={resource}>
              <Link to="/web/list/$resource/create" params={{ resource }}>
                {t(`dashboard.begin.${resource}`)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Each minute, but never so that it would keep a session alive which nobody uses. */
const useEveryMinute = (): number | false => useLive() !== false && 60_000;

function States(): ReactElement {
  const { t } = useTranslation();
  return (
    <Figure title={t('dashboard.states')} answer={useQuery({ ...figures.devices, refetchInterval: useEveryMinute() })} until={({ countedAt }) => countedAt}>
      {(data) => (
        <Bar
          resource="device"
          parts={stateParts(data).map((part) => ({ ...part, colour: part.key, label: t(`dashboard.state.${part.key as 'heard'}`) }))}
        />
      )}
    </Figure>
  );
}

function Contacts(): ReactElement {
  const { t } = useTranslation();
  const parts = contactResults.map((key) => ({ key, label: t(`dashboard.contact.${key}`) }));
  return (
    <Figure title={t('dashboard.contacts')} answer={useQuery({ ...figures.contacts, refetchInterval: useEveryMinute() })} until={({ countedUntil }) => countedUntil}>
      {(data) => <Hours resource="communicationlog" data={data} parts={parts} empty={t('dashboard.noContacts')} />}
    </Figure>
  );
}

function Commands(): ReactElement {
  const { t } = useTranslation();
  const filters = [filter('commandStatus', 'equalMultiple', [...commandResults])];
  const parts = commandResults.map((key) => ({ key, filters, label: t(`dashboard.command.${key}`) }));
  return (
    <Figure title={t('dashboard.commands')} answer={useQuery({ ...figures.commands, refetchInterval: useEveryMinute() })}>
      {(data) => <Hours resource="devicecommand" data={data} parts={parts} empty={t('dashboard.noCommands')} />}
    </Figure>
  );
}

function Firmware(): ReactElement {
  const { t } = useTranslation();
  return (
    <Figure title={t('dashboard.firmware')} answer={useQuery({ ...figures.firmware, refetchInterval: useEveryMinute() })} until={({ countedAt }) => countedAt}>
      {(data) => spreadByType(data).map((type) => <Versions key={type.id} type={type} />)}
    </Figure>
  );
}

function Versions({ type }: { type: TypeSpread }): ReactElement {
  const { t } = useTranslation();
  const label = (key: string): string => {
    if (key === rest) return t('dashboard.otherVersions');
    return key === '' ? t('dashboard.noVersion') : key;
  };
  const colour = (key: string, place: number): string => (key === '' || key === rest ? 'never' : `series${place + 1}`);
  return (
    <section aria-label={type.name} className={classes.type}>
      <h2>{type.name}</h2>
      <Bar resource="device" parts={type.parts.map((part, place) => ({ ...part, colour: colour(part.key, place), label: label(part.key) }))} />
    </section>
  );
}
