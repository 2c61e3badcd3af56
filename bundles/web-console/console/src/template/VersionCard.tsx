// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextDialog } from '../components/TextDialog';
import { ToolButton } from '../components/ToolButton';
import { type DeviceType, has, slotName, slots } from '../device/device';
import { Pair, Section } from '../device/Facts';
import classes from '../device/Device.module.css';
import { refusal, rowActions } from '../resource/actions';
import { metadataQuery, thingQuery } from '../resource/metadata';
import { formatTimestamp } from '../util/format';
import type { Version, Named } from './template';

interface Props {
  title: string;
  role: 'staging' | 'production';
  type: DeviceType | undefined;
  version: Version | undefined;
}

/** Everything that the chosen version gives to devices. */
export function VersionCard({ title, role, type, version }: Props): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Version['config1']>();
  if (!version) {
    return (
      <Section title={title}>
        <p className={classes.none}>{t(role === 'staging' ? 'template.noStaging' : 'template.noProduction')}</p>
      </Section>
    );
  }
  const stamp = (at: string | undefined, by: Named | undefined): string =>
    [at ? formatTimestamp(at) : '–', by ? `(${by.representation})` : ''].join(' ');
  return (
    <Section title={title}>
      <dl className={classes.facts}>
        <Pair label={t('fields.name')}>{version.name}</Pair>
        <Pair label={t('fields.description')}>{version.description || '–'}</Pair>
        {slots
          .filter((slot) => has(type, `hasConfig${slot}`))
          .map((slot) => {
            const config = version[`config${slot}`];
            return (
              <Pair key={`config${slot}`} label={slotName(t, type, 'Config', slot)}>
                {config ? <ConfigLinks config={config} role={role} onShow={() => setShown(config)} /> : '–'}
              </Pair>
            );
          })}
        {slots
          .filter((slot) => has(type, `hasFirmware${slot}`))
          .map((slot) => (
            <Pair key={`firmware${slot}`} label={slotName(t, type, 'Firmware', slot)}>
              {version[`firmware${slot}`]?.representation ?? '–'}
            </Pair>
          ))}
        {has(type, 'hasVariables') && (
          <Pair label={t('template.variables')}>
            <Lines lines={(version.variables ?? []).map(({ name, variableValue }) => `${name} = ${variableValue}`)} />
          </Pair>
        )}
        <Pair label={t('fields.deviceLabels')}>{names(version.deviceLabels)}</Pair>
        <Pair label={t('fields.accessTags')}>{names(version.accessTags)}</Pair>
        <Pair label={t('template.updated')}>{stamp(version.updatedAt, version.updatedBy)}</Pair>
        <Pair label={t('template.created')}>{stamp(version.createdAt, version.createdBy)}</Pair>
      </dl>
      {shown && <TextDialog title={shown.representation} text={shown.content ?? ''} onClose={() => setShown(undefined)} />}
    </Section>
  );
}

const names = (things: readonly Named[] | undefined): string => (things ?? []).map(({ representation }) => representation).join(', ') || '–';

function Lines({ lines }: { lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return '–';
  return (
    <ul className={classes.waits}>
      {lines.map((line) => (
        <li key={line}>
          <code>{line}</code>
        </li>
      ))}
    </ul>
  );
}

/** Configs of production versions are read only: the server refuses to change them. */
function ConfigLinks({ config, role, onShow }: { config: Named; role: Props['role']; onShow(): void }): ReactElement {
  const { t } = useTranslation();
  const { data: metadata = {} } = useQuery(metadataQuery);
  const name = config.representation;
  const edit = metadata.config && rowActions('config', metadata.config).find(({ key }) => key === 'edit');
  const offered = role === 'staging' && edit !== undefined;
  // the version names its configs, and does not say what is refused
  const { data: stored } = useQuery({ ...thingQuery('config', String(config.id)), enabled: offered });
  return (
    <span className={classes.tools}>
      <span>{name}</span>
      <Button size="compact-xs" variant="default" onClick={onShow} aria-label={t('template.showConfig', { name })}>
        {t('template.show')}
      </Button>
      {offered && (
        <ToolButton
          size="compact-xs"
          reason={stored && refusal(t, edit, stored)}
          to={`/web/list/config/${config.id}`}
          aria-label={t('template.editConfig', { name })}
        >
          {t('actions.edit')}
        </ToolButton>
      )}
    </span>
  );
}
