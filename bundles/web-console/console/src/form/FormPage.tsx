// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotFoundPage } from '../components/NotFoundPage';
import { ThingTitle } from '../components/ThingTitle';
import { type Asked, Waiting } from '../components/Waiting';
import { type Metadata, metadataQuery, nameOf, type ResourceMeta, type RouteMeta, type Thing, thingQuery } from '../resource/metadata';
import { denyReason, humanise, wordsOf } from '../resource/words';
import { emptyValues, inFormOrder, type Values, valuesOf } from './form-values';
import { Refused } from './Refused';
import { ThingForm } from './ThingForm';

/** A new thing, begun empty or as a copy. */
export function CreatePage(): ReactElement {
  const { resource } = useParams({ from: '/web/list/$resource/create' });
  const { from, template } = useSearch({ from: '/web/list/$resource/create' });
  return <FormPage key={`${resource}/${from ?? ''}/${template ?? ''}`} resource={resource} from={from} template={template} />;
}

export function EditPage(): ReactElement {
  const { resource, id } = useParams({ from: '/web/list/$resource/$id' });
  const { form } = useSearch({ from: '/web/list/$resource/$id' });
  return <FormPage key={`${resource}/${id}/${form ?? ''}`} resource={resource} id={id} form={form} />;
}

interface Props {
  resource: string;
  id?: string | undefined;
  from?: string | undefined;
  /** Which form, when a thing has several: the path of its call below the list. */
  form?: string | undefined;
  /** The template of which it becomes a version. */
  template?: string | undefined;
}

function FormPage({ resource, id, from, form, template }: Props): ReactElement {
  const { t } = useTranslation();
  const metadata = useFirstMetadata();
  const source = id ?? from;
  const thing = useQuery({ ...formQuery(resource, source ?? ''), enabled: source !== undefined });
  const parent = useQuery({ ...formQuery('template', template ?? ''), enabled: template !== undefined });
  const meta = metadata.data?.[resource];
  const route = meta && formRoute(resource, meta, id, template === undefined ? form : 'create/staging/{templateId}');
  if (metadata.data && !route) return <NotFoundPage />;
  const needed = [metadata, ...(source === undefined ? [] : [thing]), ...(template === undefined ? [] : [parent])];
  if (!meta || !route || needed.some(({ data }) => data === undefined)) return <Waiting on={needed} />;

  const context: Values | undefined = thing.data ?? (parent.data && { deviceType: parent.data.deviceType });
  const offered = route.inputs ?? meta.fields.filter((field) => (id === undefined ? field.create : field.edit));
  // a device type has so many fields that they stand in groups, each in the order of the declaration
  const fields = resource === 'devicetype' ? offered : inFormOrder(offered);
  const initial = thing.data ? { ...emptyValues(fields), ...valuesOf(fields, thing.data) } : emptyValues(fields);
  const denied = id === undefined ? (parent.data?.deny?.createTemplateVersion ?? thing.data?.deny?.duplicate) : thing.data?.deny?.[route.denyKey ?? ''];
  const back = template ?? templateOf(resource, thing.data);
  return (
    <Stack>
      <ThingTitle>
        {id !== undefined && thing.data ? nameOf(thing.data) : newTitle()}
      </ThingTitle>
      {denied === undefined ? (
        <ThingForm
          resource={resource}
          id={id}
          fields={fields}
          initial={initial}
          thing={context}
          path={route.path.replace('{id}', encodeURIComponent(id ?? '')).replace('{templateId}', encodeURIComponent(template ?? ''))}
          template={back}
        />
      ) : (
        <Refused resource={resource} template={back}>
          {denyReason(t, denied)}
        </Refused>
      )}
    </Stack>
  );

  function newTitle(): string {
    return t('form.newTitle', { thing: thingWord(resource, meta) });
  }

  function thingWord(name: string, of: ResourceMeta | undefined): string {
    return wordsOf(t, [`things.${name}`], humanise(of?.entity ?? name).toLowerCase());
  }
}

/** What the form began with: a permission that is taken away meanwhile does not take what was typed. */
function useFirstMetadata(): Asked & { data: Metadata | undefined } {
  const { data, error, refetch } = useQuery(metadataQuery);
  const [first, setFirst] = useState(data);
  if (data && !first) setFirst(data);
  return { data: first ?? data, error, refetch };
}

/** A form begins with what is stored now; nothing that is read later takes from people what they have typed. */
const formQuery = (resource: string, id: string) => ({
  ...thingQuery(resource, id),
  queryKey: ['form', resource, id],
  gcTime: 0,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
});

/** A version belongs to its template: there one comes from and goes back to. */
function templateOf(resource: string, thing: Thing | undefined): string | undefined {
  const template = resource === 'templateversion' ? (thing?.template as { id?: number } | undefined) : undefined;
  return template?.id === undefined ? undefined : String(template.id);
}

/** The call that stores the form, if this user may make it. */
function formRoute(resource: string, meta: ResourceMeta, id: string | undefined, form?: string): RouteMeta | undefined {
  const path = `${resource}/${form ?? (id === undefined ? 'create' : '{id}')}`;
  return meta.routes.find((route) => route.method === 'POST' && route.path === path);
}
