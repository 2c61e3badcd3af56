// SPDX-License-Identifier: Apache-2.0
import { Button, Modal, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { configurationQuery } from '../api/configuration';
import { describeFailure } from '../components/failure';
import { Notice } from '../components/Notice';
import type { Values } from '../form/form-values';
import classes from './SettingsPage.module.css';
import { SettingsForm } from './SettingsForm';
import { documentationFields, generalGroups, logFields, unseen, vpnDocumentationFields } from './settings';

/** The settings of the whole server, for administrators. */
export function SettingsPage(): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack gap="xl" className={classes.page}>
      <Title order={1} size="h2">
        {t('settings.title')}
      </Title>
      <Maintenance />
      <Stored path="configuration/general" title={t('settings.general')}>
        {(stored) => (
          <SettingsForm
            path="configuration/general"
            stored={stored}
            unseen={unseen}
            groups={generalGroups.map(({ name, fields }) => ({ title: t(`settings.groups.${name}`), fields }))}
          />
        )}
      </Stored>
      <Stored path="configuration/logs" title={t('settings.logs')} hint={t('settings.logsHint')}>
        {(stored) => <SettingsForm path="configuration/logs" stored={stored} groups={[{ fields: logFields(stored) }]} />}
      </Stored>
      <Documentation />
    </Stack>
  );
}

interface StoredProps {
  path: string;
  title: string;
  hint?: string;
  children(stored: Values): ReactElement;
}

/** What is stored now, and the form for it. */
function Stored({ path, title, hint, children }: StoredProps): ReactElement {
  const { t } = useTranslation();
  // a form begins with what is stored, and nothing that is read later changes it
  const { data, error } = useQuery({
    queryKey: ['settings', path],
    queryFn: ({ signal }) => request<Values>(path, { signal }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {title}
      </Title>
      {hint && <p className={classes.hint}>{hint}</p>}
      {error && <Notice kind="error">{describeFailure(error, t)}</Notice>}
      {data ? children(data) : !error && <p role="status">{t('loading')}</p>}
    </section>
  );
}

/** Who has no documentation of the REST API. */
function Documentation(): ReactElement {
  const { t } = useTranslation();
  const { data } = useQuery(configurationQuery);
  const vpn = data?.isVpnAvailable === true;
  const path = 'configuration/documentation';
  return (
    <Stored path={path} title={t('settings.documentation')} hint={t('settings.documentationHint')}>
      {(stored) => (
        <SettingsForm
          path={path}
          stored={stored}
          groups={[{ fields: vpn ? [...documentationFields, ...vpnDocumentationFields] : documentationFields }]}
          unseen={vpn ? [] : vpnDocumentationFields}
        />
      )}
    </Stored>
  );
}

/** Keeps everybody out but administrators. */
function Maintenance(): ReactElement {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data } = useQuery(configurationQuery);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [asked, setAsked] = useState(false);
  const on = data?.maintenanceMode === true;

  async function turn(): Promise<void> {
    setAsked(false);
    setBusy(true);
    setFailure(undefined);
    await request(`maintenance/mode/${on ? 'disable' : 'enable'}`, { body: {} }).catch(setFailure);
    await queries.invalidateQueries({ queryKey: configurationQuery.queryKey });
    setBusy(false);
  }

  return (
    <section>
      <Title order={2} size="h3" mb="sm">
        {t('settings.maintenance')}
      </Title>
      <p className={classes.hint}>{t(on ? 'settings.maintenanceGoesOn' : 'settings.maintenanceOff')}</p>
      {failure !== undefined && <Notice kind="error">{describeFailure(failure, t)}</Notice>}
      <Button variant="default" loading={busy || !data} onClick={() => (on ? void turn() : setAsked(true))}>
        {t(on ? 'settings.endMaintenance' : 'settings.beginMaintenance')}
      </Button>
      <Modal opened={asked} onClose={() => setAsked(false)} title={t('settings.beginMaintenance')} closeButtonProps={{ 'aria-label': t('close') }} centered>
        <Text mb="md">{t('settings.maintenanceOff')}</Text>
        <div className="buttons">
          <Button data-autofocus onClick={() => void turn()}>
            {t('settings.beginMaintenance')}
          </Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('cancel')}
          </Button>
        </div>
      </Modal>
    </section>
  );
}
