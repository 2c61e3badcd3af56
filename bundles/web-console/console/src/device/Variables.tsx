// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { describeFailure } from '../components/failure';
import type { Device } from './device';
import classes from './Device.module.css';
import { MoreButton, Section } from './Facts';

type Variable = readonly [name: string, value: string];
const shownAtFirst = 6;

/** The device's own variables, and those that the server makes for it. */
export function Variables({ device }: { device: Device }): ReactElement {
  const { t } = useTranslation();
  const own = (device.variables as { name: string; variableValue: string }[] | undefined) ?? [];
  const path = `device/${device.id}/predefined/variables`;
  const refused = device.deny?.predefinedVariables !== undefined;
  const made = useQuery({
    // they follow what the device reports
    queryKey: ['variables', path, device.seenAt],
    queryFn: ({ signal }) => request<Record<string, string>>(path, { signal }),
    placeholderData: (before) => before,
    enabled: !refused,
  });
  const predefined = Object.entries(made.data ?? {}).filter(([, value]) => value !== '');
  return (
    <>
      <Section title={t('device.variables')}>
        <VariableTable title={t('device.variables')} variables={own.map(({ name, variableValue }) => [name, variableValue])} />
      </Section>
      {!refused && (
        <Section title={t('device.predefined')}>
          {made.error ? (
            <p className={classes.none}>{describeFailure(made.error, t)}</p>
          ) : (
            <VariableTable title={t('device.predefined')} variables={predefined} />
          )}
        </Section>
      )}
    </>
  );
}

function VariableTable({ title, variables }: { title: string; variables: readonly Variable[] }): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (variables.length === 0) return <p className={classes.none}>{t('form.none')}</p>;
  const shown = open ? variables : variables.slice(0, shownAtFirst);
  return (
    <>
      <table className={`${classes.table} ${classes.variables}`} aria-label={title}>
        <tbody>
          {shown.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {variables.length > shownAtFirst && <MoreButton open={open} onToggle={() => setOpen(!open)} />}
    </>
  );
}
