// SPDX-License-Identifier: Apache-2.0
import type { Document } from './openapi';

const label = { $ref: '#/components/schemas/Label' };
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', format: 'int64' } };
const answers = { 200: { description: 'Done.', content: { 'application/json': { schema: label } } }, 404: { $ref: '#/components/responses/NotFound' } };

/** A document such as the server makes, in short. */
export const sampleDocument: Document = {
  openapi: '3.0.3',
  info: { title: 'Smart EMS', version: '1.2.3', description: 'The REST API for administrators.' },
  tags: [
    { name: 'authentication', description: 'Log in' },
    { name: 'label', description: 'Label' },
    { name: 'unused', description: 'Nothing' },
  ],
  paths: {
    '/authentication/login_check': {
      post: {
        tags: ['authentication'],
        summary: 'Log in',
        security: [],
        requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { username: { type: 'string' } } } } } },
        responses: { 200: { description: 'Done.' } },
      },
    },
    '/label/create': {
      post: {
        tags: ['label'],
        summary: 'Create',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/NewLabel' } } } },
        responses: answers,
      },
    },
    '/label/{id}': {
      get: { tags: ['label'], summary: 'Get', parameters: [id], responses: answers },
      delete: { tags: ['label'], summary: 'Delete', parameters: [id], responses: { 204: { description: 'Done.' } } },
    },
    '/tus/upload/{token}': {
      servers: [{ url: 'https://ems.test/web' }],
      parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string' } }],
      head: { tags: ['tus'], summary: 'How far', parameters: [{ $ref: '#/components/parameters/Version' }], responses: { 200: { description: 'Done.' } } },
    },
  },
  components: {
    schemas: {
      NewLabel: { type: 'object', properties: { name: { type: 'string', maxLength: 255 }, note: { type: 'string' } }, required: ['name'] },
      Label: {
        type: 'object',
        properties: {
          id: { type: 'integer' },
          name: { type: 'string' },
          parent: { allOf: [label], description: 'The one above' },
          kind: { type: 'string', enum: ['near', 'far'] },
        },
      },
    },
    parameters: { Version: { name: 'Tus-Resumable', in: 'header', required: true, schema: { type: 'string' } } },
    responses: { NotFound: { description: 'There is no such thing.' } },
  },
};
