// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import { denyReason } from '../resource/words';
import { type Device, has, type Slot, slotName, slots } from './device';
import classes from './Device.module.css';

const calls = { 1: 'primary', 2: 'secondary', 3: 'tertiary' } as const;
const denyKeys = { 1: 'generateConfigPrimary', 2: 'generateConfigSecondary', 3: 'generateConfigTertiary' } as const;

/** The configs that the device would get now, one of its slots at a time. */
export function ConfigPreview({ device, onClose }: { device: Device; onClose(): void }): ReactElement {
  const { t } = useTranslation();
  const own = slots.filter((slot) => has(device.deviceType, `hasConfig${slot}`));
  const [slot, setSlot] = useState<Slot>(own[0] ?? 1);
  const refused = device.deny?.[denyKeys[slot]];
  const path = `device/${device.id}/generate/config/${calls[slot]}`;
  const { data, error, isPending } = useQuery({
    queryKey: ['content', path],
    queryFn: ({ signal }) => request<string>(path, { signal }),
    enabled: refused === undefined,
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <Modal opened closeOnClickOutside onClose={onClose} title={t('device.configsOf', { name: device.name })} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        {own.length > 1 && (
          <div className="buttons">
            {own.map((one) => (
              <Button key={one} size="compact-md" variant={one === slot ? 'filled' : 'default'} aria-pressed={one === slot} onClick={() => setSlot(one)}>
                {slotName(t, device.deviceType, 'Config', one)}
              </Button>
            ))}
          </div>
        )}
        {refused !== undefined ? (
          <Notice kind="info">{denyReason(t, refused)}</Notice>
        ) : error ? (
          <Notice kind="error" title={t('failed.title')}>
            {describeFailure(error, t)}
          </Notice>
        ) : isPending ? (
          <p role="status">{t('loading')}</p>
        ) : (
          <pre className={classes.preview} tabIndex={0} aria-label={slotName(t, device.deviceType, 'Config', slot)}>
            {data}
          </pre>
        )}
      </Stack>
    </Modal>
  );
}
