// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { request } from '../api/client';
import { PencilIcon, TrashIcon } from '../components/icons';
import { NotFoundPage } from '../components/NotFoundPage';
import { ThingTitle } from '../components/ThingTitle';
import { ToolButton } from '../components/ToolButton';
import { Waiting } from '../components/Waiting';
import classes from '../device/Device.module.css';
import { Section } from '../device/Facts';
import { ActionDialog } from '../list/ActionDialog';
import { ListMessages } from '../list/ListMessages';
import { useLeaving } from '../list/use-leaving';
import { listQuery } from '../list/use-list';
import { actionLabel, formOf, refusal, rowActions } from '../resource/actions';
import { hasList, hasRoute, isCreatable, type Metadata, metadataQuery, nameOf, type Thing, thingQuery } from '../resource/metadata';
import { type Firmware, FirmwareFile } from './FirmwareFile';

/** A firmware: its file with what proves it, how devices come to it, and the files for other hardware. */
export function FirmwarePage({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const leave = useLeaving('firmware');
  const [deleting, setDeleting] = useState(false);
  const metadata = useQuery(metadataQuery);
  const thing = useQuery(thingQuery('firmware', id));
  const firmware = thing.data as Firmware | undefined;
  const meta = metadata.data?.firmware;
  if (metadata.data && !meta) return <NotFoundPage />;
  if (!firmware || !meta) return <Waiting on={[metadata, thing]} />;
  const actions = rowActions('firmware', meta);
  const edit = actions.find((action) => action.kind === 'edit' && action.key.toLowerCase().includes(String(firmware.sourceType).toLowerCase()));
  const remove = actions.find(({ key }) => key === 'delete');
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <ThingTitle>
          {t('template.title', { name: nameOf(firmware), type: firmware.deviceType?.representation })}
        </ThingTitle>
        <div className={classes.tools}>
          {edit && (
            <ToolButton reason={refusal(t, edit, firmware)} leftSection={<PencilIcon />} to={`/web/list/firmware/${id}?form=${encodeURIComponent(formOf('firmware', edit) ?? '')}`}>
              {actionLabel(t, 'firmware', edit)}
            </ToolButton>
          )}
          {remove && (
            <ToolButton reason={refusal(t, remove, firmware)} leftSection={<TrashIcon />} onClick={() => setDeleting(true)}>
              {actionLabel(t, 'firmware', remove)}
            </ToolButton>
          )}
        </div>
      </div>
      <ListMessages />
      <div className={classes.pairs}>
        <FirmwareFile firmware={firmware} />
        {hasRoute(meta, 'GET', 'firmware/{id}/update/path') && <Path id={id} />}
      </div>
      {metadata.data && <HardwareFiles id={firmware.id} metadata={metadata.data} />}
      {deleting && remove && <ActionDialog resource="firmware" action={remove} row={firmware} leaves onDone={leave} onClose={() => setDeleting(false)} />}
    </div>
  );
}

interface Step {
  /** Missing where somebody may know of the step and not see it. */
  id?: number;
  representation: string;
  version?: string;
}

function Path({ id }: { id: string }): ReactElement {
  const { t } = useTranslation();
  const path = useQuery({
    queryKey: ['firmware', id, 'path'],
    queryFn: ({ signal }) => request<Step[]>(`firmware/${encodeURIComponent(id)}/update/path`, { signal }),
  });
  return (
    <Section title={t('firmware.path')}>
      <p className={classes.none}>{t('firmware.pathHint')}</p>
      {path.data === undefined && <Waiting on={[path]} />}
      <ol>
        {path.data?.map((step) => (
          <li key={step.version}>
            {step.id === undefined || String(step.id) === id ? (
              <b>{step.version ?? step.representation}</b>
            ) : (
              <Link to="/web/list/$resource/$id/details" params={{ resource: 'firmware', id: String(step.id) }}>
                {step.version ?? step.representation}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Devices with other hardware get another file of the same version. */
function HardwareFiles({ id, metadata }: { id: Thing['id']; metadata: Metadata }): ReactElement | null {
  const { t } = useTranslation();
  const meta = metadata.firmwarehardware;
  const filters = [{ filterBy: 'firmware', filterType: 'equalMultiple', filterValue: [id] }];
  const shown = meta !== undefined && hasList('firmwarehardware', meta);
  const files = useQuery({
    ...listQuery('firmwarehardware', { page: 1, rowsPerPage: 25, sorting: [], filters }),
    enabled: shown,
  });
  if (!shown) return null;
  const rows = files.data?.results ?? [];
  return (
    <Section
      title={t('firmware.hardware')}
      aside={
        isCreatable('firmwarehardware', meta) && (
          <Link to="/web/list/$resource/create" params={{ resource: 'firmwarehardware' }}>
            {t('firmware.addHardware')}
          </Link>
        )
      }
    >
      {files.data === undefined && <Waiting on={[files]} />}
      {files.data && rows.length === 0 && <p className={classes.none}>{t('firmware.noHardware')}</p>}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="wrap-anywhere">
            {nameOf(row)}: {String(row.filename ?? '')} <code>{String(row.md5 ?? '')}</code>
          </li>
        ))}
      </ul>
      {rows.length > 0 && (
        <Link to="/web/list/$resource" params={{ resource: 'firmwarehardware' }} search={{ filters }}>
          {t('firmware.allHardware')}
        </Link>
      )}
    </Section>
  );
}
