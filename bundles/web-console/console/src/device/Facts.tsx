// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Cell } from '../list/Cell';
import { type Device, deviceFieldLabel, type Fact } from './device';
import classes from './Device.module.css';

export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.cardHead}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

interface Props {
  device: Device;
  facts: readonly Fact[];
  /** Shown on demand. */
  more?: readonly Fact[];
  children?: ReactNode;
}

/** Names and values; `children` are further pairs before them. */
export function Facts({ device, facts, more = [], children }: Props): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <dl className={classes.facts}>
        {children}
        {[...facts, ...(open ? more : [])].map(({ field, value }) => {
          const label = deviceFieldLabel(t, device.deviceType, field);
          return (
            <div key={field.name}>
              <dt>{label}</dt>
              <dd>
                <Cell field={field} label={label} value={value} />
              </dd>
            </div>
          );
        })}
      </dl>
      {more.length > 0 && <MoreButton open={open} onToggle={() => setOpen(!open)} />}
    </>
  );
}

export function MoreButton({ open, onToggle }: { open: boolean; onToggle(): void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Button className={classes.more} variant="subtle" size="compact-sm" aria-expanded={open} onClick={onToggle}>
      {open ? t('device.less') : t('device.more')}
    </Button>
  );
}

/** A name and something other than a plain value of the device. */
export function Pair({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
