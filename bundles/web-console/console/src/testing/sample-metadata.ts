// SPDX-License-Identifier: Apache-2.0
import type { FieldMeta, Metadata, ResourceMeta } from '../resource/metadata';

export const field = (name: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name,
  label: name.charAt(0).toUpperCase() + name.slice(1),
  type: 'text',
  read: true,
  list: true,
  ...more,
});

const sent = { create: true, edit: true };

/** Things as a server may declare them, with one of everything the console knows how to draw. */
export const gadget: ResourceMeta = {
  entity: 'Gadget',
  fields: [
    field('size', { type: 'integer', ...sent }),
    field('seenAt', { type: 'dateTime', column: true }),
    field('name', { column: true, required: true, ...sent }),
    field('secret', { column: true, sensitive: true, ...sent }),
    field('limited', { type: 'boolean', ...sent }),
    field('limit', { type: 'integer', acceptedIf: 'limited', requiredIf: 'limited', ...sent }),
    field('labels', { type: 'many', resource: 'label', ...sent }),
    field('variables', {
      type: 'list',
      ...sent,
      members: [field('name', { required: true }), field('variableValue', { type: 'longText' })],
    }),
    field('hidden', { list: false }),
  ],
  filters: [
    { name: 'name', label: 'Name', type: 'text', filterTypes: ['equal', 'like'] },
    { name: 'limited', label: 'Limited', type: 'boolean', filterTypes: ['boolean'] },
    { name: 'labels', label: 'Labels', type: 'many', filterTypes: ['equal', 'equalMultiple'], resource: 'label' },
    { name: 'seenAt', label: 'Seen', type: 'dateTime', filterTypes: ['dateTimeGreaterThanOrEqual'] },
    { name: 'size', label: 'Size', type: 'integer', filterTypes: ['equal', 'greaterThanOrEqual', 'lessThanOrEqual'] },
  ],
  sortings: ['name', 'size'],
  denyKeys: ['delete', 'enable'],
  routes: [
    { method: 'POST', path: 'gadget/list', summary: 'List', inputs: [] },
    { method: 'POST', path: 'gadget/create', summary: 'Create' },
    { method: 'GET', path: 'gadget/{id}', summary: 'Get', inputs: [] },
    { method: 'DELETE', path: 'gadget/{id}', summary: 'Delete', denyKey: 'delete', inputs: [] },
    { method: 'POST', path: 'gadget/{id}', summary: 'Edit', denyKey: 'edit' },
    { method: 'GET', path: 'gadget/enable/{id}', summary: 'Enable', denyKey: 'enable', inputs: [] },
    { method: 'POST', path: 'gadget/enable/{id}', summary: 'Enable', denyKey: 'enable', inputs: [] },
    { method: 'POST', path: 'gadget/{id}/turn/round', summary: 'Turn it round', inputs: [field('angle', { required: true })] },
    { method: 'GET', path: 'gadget/content/{id}', summary: 'Content', inputs: [] },
    { method: 'GET', path: 'gadget/{id}/download/manual', summary: 'Manual', inputs: [] },
    { method: 'POST', path: 'gadget/limitededit/{id}', summary: 'Edit a little' },
    { method: 'POST', path: 'gadget/{other}/of/{id}', summary: 'Of two', inputs: [] },
    { method: 'POST', path: 'gadget/batch/delete', summary: 'For many: delete', inputs: [] },
    { method: 'POST', path: 'gadget/batch/labels/add', summary: 'For many: labels add', inputs: [field('name', { required: true })] },
    { method: 'POST', path: 'gadget/export/csv', summary: 'Export as csv', inputs: [] },
  ],
};

const list = (name: string): ResourceMeta => ({
  ...gadget,
  entity: name,
  routes: [{ method: 'POST', path: `${name}/list`, summary: 'List', inputs: [] }],
});

export const metadata: Metadata = {
  gadget,
  label: list('label'),
  device: list('device'),
  auditlogchange: list('auditlogchange'),
  templateversion: list('templateversion'),
  setting: { ...gadget, routes: [] },
};
