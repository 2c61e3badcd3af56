// SPDX-License-Identifier: Apache-2.0
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from './device';
import classes from './Device.module.css';
import { Pair, Section } from './Facts';

interface CustomValue {
  path: string;
  label: string;
  value?: unknown;
}

/** What the device reports beside what every device does, as its type declares it; nothing without such. */
export function CustomData({ device }: { device: Device }): ReactElement | null {
  const { t } = useTranslation();
  const values = (device.customData as CustomValue[] | undefined) ?? [];
  if (values.length === 0) return null;
  return (
    <Section title={t('device.customData')}>
      <dl className={classes.facts}>
        {values.map(({ path, label, value }) => (
          <Pair key={path} label={label}>
            {textOf(value) ?? t('device.notReported')}
          </Pair>
        ))}
      </dl>
    </Section>
  );
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
