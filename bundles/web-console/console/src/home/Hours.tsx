// SPDX-License-Identifier: Apache-2.0
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilterValue } from '../list/list-state';
import classes from './Dashboard.module.css';
import { clock } from './Figure';
import { type Column, columns, type HourFigures, ofHour } from './figures';

interface Props {
  /** The log whose rows were counted. */
  resource: string;
  data: HourFigures;
  parts: readonly { key: string; label: string; filters?: FilterValue[] }[];
  empty: string;
}

/** What happened in each of the last 24 hours: columns to look at, and a table of the same figures to read. */
export function Hours({ resource, data, parts, empty }: Props): ReactElement {
  const { t, i18n } = useTranslation();
  const hours = columns(data);
  const most = Math.max(...hours.map(({ total }) => total));
  if (most === 0) return <p className={classes.empty}>{empty}</p>;
  const shown = parts.filter(({ key }) => hours.some(({ amounts }) => amounts[key]));
  const number = (amount: number): string => amount.toLocaleString(i18n.language);
  return (
    <>
      <div className={classes.plot} aria-hidden>
        <span>{number(most)}</span>
        <svg viewBox="0 0 240 100" preserveAspectRatio="none" focusable="false">
          {hours.map((column, place) => (
            <Stack key={column.hour} column={column} place={place} most={most} parts={shown} />
          ))}
        </svg>
        <span>0</span>
        <div>
          {[0, 6, 12, 18, 23].map((place) => (
            <span key={place}>{clock(hours[place]?.hour ?? '')}</span>
          ))}
        </div>
      </div>
      <ul className={classes.legend}>
        {shown.map(({ key, label }) => (
          <li key={key} data-colour={key}>
            <b>{number(hours.reduce((sum, { amounts }) => sum + (amounts[key] ?? 0), 0))}</b> {label}
          </li>
        ))}
      </ul>
      <details className={classes.table}>
        <summary>{t('dashboard.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('dashboard.hour')}</th>
              {shown.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours
              .filter(({ total }) => total > 0)
              .reverse()
              .map(({ hour, amounts }) => (
                <tr key={hour}>
                  <th scope="row">
                    <Link to="/web/list/$resource" params={{ resource }} search={{ filters: [...ofHour(hour), ...shared(shown)] }}>
                      {clock(hour)}
                    </Link>
                  </th>
                  {shown.map(({ key }) => (
                    <td key={key}>{number(amounts[key] ?? 0)}</td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** What all that is counted has in common, as filters. */
const shared = (parts: Props['parts']): FilterValue[] => parts[0]?.filters ?? [];

interface StackProps {
  column: Column;
  place: number;
  most: number;
  parts: readonly { key: string; label: string }[];
}

function Stack({ column, place, most, parts }: StackProps): ReactElement {
  const heights = parts.map(({ key }) => ((column.amounts[key] ?? 0) * 100) / most);
  const text = parts.filter(({ key }) => column.amounts[key]).map(({ key, label }) => `${label}: ${column.amounts[key]}`);
  return (
    <g>
      <title>{[clock(column.hour), ...text].join('\n')}</title>
      <rect data-colour="none" x={place * 10} y="0" width="10" height="100" />
      {parts.map(({ key }, layer) => {
        const height = heights[layer] ?? 0;
        const below = heights.slice(0, layer).reduce((sum, one) => sum + one, 0);
        return height > 0 && <rect key={key} data-colour={key} x={place * 10 + 1} y={100 - below - height} width="8" height={height} />;
      })}
    </g>
  );
}
