// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metadataQuery } from '../resource/metadata';
import classes from './Dashboard.module.css';
import { type Count, useFleetCounts } from './fleet-counts';

/** How the fleet is, in figures that lead to the rows behind them. */
export function Dashboard(): ReactElement | null {
  const { t } = useTranslation();
  const { data: metadata = {} } = useQuery(metadataQuery);
  // of the moment the page was opened, so that figures and rows agree
  const [now] = useState(() => Date.now());
  const counts = useFleetCounts(metadata, now);
  const devices = counts.get('devices');
  if (!devices) return null;
  const tiles = ['devices', 'heard', 'disabled', 'failedCommands', 'refusedLogins'] as const;
  return (
    <section className={classes.board} aria-label={t('dashboard.title')}>
      <div className={classes.tiles}>
        {tiles.map((key) => {
          const count = counts.get(key);
          return count && <Tile key={key} label={t(`dashboard.${key}`)} count={count} bad={key === 'failedCommands' || key === 'refusedLogins'} />;
        })}
      </div>
      <States heard={counts.get('heard')?.value} enabled={counts.get('enabled')?.value} disabled={counts.get('disabled')?.value} />
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
      <span className={classes.figure}>{exact ? figure : t('dashboard.about', { figure })}</span>{' '}
      <span>{label}</span>
    </Link>
  );
}

interface StatesProps {
  heard: number | undefined;
  enabled: number | undefined;
  disabled: number | undefined;
}

/** Devices by state, as one bar. */
function States({ heard, enabled, disabled }: StatesProps): ReactElement | null {
  const { t } = useTranslation();
  if (heard === undefined || enabled === undefined || disabled === undefined) return null;
  // counted one after the other: a device may have called between the counts
  const parts = [
    { key: 'heard', count: Math.min(heard, enabled) },
    { key: 'silent', count: Math.max(0, enabled - heard) },
    { key: 'off', count: disabled },
  ] as const;
  const total = enabled + disabled;
  if (total === 0) return null;
  const starts = parts.map((_part, place) => parts.slice(0, place).reduce((sum, { count }) => sum + count, 0));
  return (
    <figure className={classes.states}>
      <figcaption>{t('dashboard.states')}</figcaption>
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden focusable="false">
        {parts.map(({ key, count }, place) => (
          <rect key={key} data-state={key} x={((starts[place] ?? 0) * 100) / total} width={(count * 100) / total} height="4" />
        ))}
      </svg>
      <ul>
        {parts.map(({ key, count }) => (
          <li key={key} data-state={key}>
            {t(`dashboard.state.${key}`, { count })}
          </li>
        ))}
      </ul>
    </figure>
  );
}
