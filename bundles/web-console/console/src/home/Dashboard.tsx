// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Waiting } from '../components/Waiting';
import { hasList, isCreatable, type Metadata, metadataQuery } from '../resource/metadata';
import { useEveryMinute } from '../session/use-every-minute';
import { Bar } from './Bar';
import classes from './Dashboard.module.css';
import { Figure } from './Figure';
import { commandResults, contactResults, figures, filter, rest, spreadByType, stateParts, type TypeSpread } from './figures';
import { type Question, questions, useCount } from './fleet-counts';
import { Hours } from './Hours';
import { Tile } from './Tile';
import { useMinute } from './use-minute';

/** How the fleet is, in figures that lead to the rows behind them. */
export function Dashboard(): ReactElement | null {
  const asking = useQuery(metadataQuery);
  const now = useMinute();
  if (asking.error && !asking.data) return <Waiting on={[asking]} />;
  const metadata = asking.data ?? {};
  const sees = (list: string): boolean => metadata[list] !== undefined && hasList(list, metadata[list]);
  const asked = questions(now).filter(({ resource }) => sees(resource));
  const devices = asked.find(({ key }) => key === 'devices');
  return devices ? <Board metadata={metadata} asked={asked} devices={devices} sees={sees} /> : null;
}

interface BoardProps {
  metadata: Metadata;
  asked: readonly Question[];
  devices: Question;
  sees(list: string): boolean;
}

function Board({ metadata, asked, devices, sees }: BoardProps): ReactElement {
  const { t } = useTranslation();
  const none = useCount(devices, false).data?.rowCount === 0;
  return (
    <section className={classes.board} aria-label={t('dashboard.title')}>
      <div className={classes.tiles}>
        {asked.map((question) => (
          <Tile key={question.key} question={question} />
        ))}
      </div>
      {none ? (
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
