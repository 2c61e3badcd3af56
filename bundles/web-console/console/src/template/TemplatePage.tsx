// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListIcon, PencilIcon, TrashIcon } from '../components/icons';
import { NotFoundPage } from '../components/NotFoundPage';
import { ThingTitle } from '../components/ThingTitle';
import { ToolButton } from '../components/ToolButton';
import { Waiting } from '../components/Waiting';
import classes from '../device/Device.module.css';
import { ActionDialog } from '../list/ActionDialog';
import { ListMessages } from '../list/ListMessages';
import { useLeaving } from '../list/use-leaving';
import { refusal, rowActions } from '../resource/actions';
import { metadataQuery, thingQuery } from '../resource/metadata';
import type { Template } from './template';
import { VersionCard } from './VersionCard';
import { Versions } from './Versions';

/** A template: what devices get from it now, and all its versions. */
export function TemplatePage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const leave = useLeaving('template');
  const [deleting, setDeleting] = useState(false);
  const metadata = useQuery(metadataQuery);
  const thing = useQuery(thingQuery('template', id));
  const refresh = useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['thing', 'template', id] }),
      queries.invalidateQueries({ queryKey: ['list', 'templateversion'] }),
      queries.invalidateQueries({ queryKey: ['thing', 'templateversion'] }),
    ]);
  }, [queries, id]);
  const template = thing.data as Template | undefined;
  const meta = metadata.data?.template;
  const versionMeta = metadata.data?.templateversion;
  if (metadata.data && (!meta || !versionMeta)) return <NotFoundPage />;
  if (!template || !meta || !versionMeta) return <Waiting on={[metadata, thing]} />;
  const actions = rowActions('template', meta);
  const edit = actions.find(({ key }) => key === 'edit');
  const remove = actions.find(({ key }) => key === 'delete');
  const users = [{ filterBy: 'template', filterType: 'equalMultiple', filterValue: [template.id] }];
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <ThingTitle>
          {t('template.title', { name: template.name, type: template.deviceType?.representation })}
        </ThingTitle>
        <div className={classes.tools}>
          <Button component={Link} to={`/web/list/device?filters=${encodeURIComponent(JSON.stringify(users))}`} variant="default" leftSection={<ListIcon />}>
            {t('template.devices')}
          </Button>
          {edit && (
            <ToolButton reason={refusal(t, edit, template)} to={`/web/list/template/${template.id}`} leftSection={<PencilIcon />}>
              {t('actions.edit')}
            </ToolButton>
          )}
          {remove && (
            <ToolButton reason={refusal(t, remove, template)} leftSection={<TrashIcon />} onClick={() => setDeleting(true)}>
              {t('actions.delete')}
            </ToolButton>
          )}
        </div>
      </div>
      <ListMessages />
      <div className={classes.pairs}>
        <VersionCard role="staging" title={t('template.staging')} type={template.deviceType} version={template.stagingTemplate} />
        <VersionCard role="production" title={t('template.production')} type={template.deviceType} version={template.productionTemplate} />
      </div>
      <Versions template={template} role="staging" meta={versionMeta} onChanged={refresh} />
      <Versions template={template} role="production" meta={versionMeta} onChanged={refresh} />
      {deleting && remove && (
        <ActionDialog resource="template" action={remove} row={template} leaves onDone={leave} onClose={() => setDeleting(false)} />
      )}
    </div>
  );
}
