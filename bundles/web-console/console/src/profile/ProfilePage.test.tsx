// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { changeLanguage } from '../i18n';
import { files } from '../i18n/files';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, ok, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';
import { metadata } from '../testing/sample-metadata';
import { formatTimestamp, fromTyped } from '../util/format';
import { preferences } from './preferences';

// a second language as it would come along: one more file, with a few words only
beforeAll(() => {
  files['./pt-BR.json'] = () => Promise.resolve({ default: { profile: { preferences: 'Como quero ver' } } });
});
afterAll(() => {
  delete files['./pt-BR.json'];
});

const answers = { 'console/resources': () => ok(metadata), 'profile/preferences': () => ok({}) };
const noon = new Date(2026, 0, 5, 7, 8, 9).toISOString();

beforeEach(() => sessionStore.set(toSession(loginAnswer(), Date.now())));

it('brings what the server keeps for the user', async () => {
  fakeServer({ ...answers, 'profile/preferences': () => ok({ dateFormat: 'yearFirst', rowsPerPage: 50 }) });
  renderConsole('/web/profile');
  expect(await screen.findByRole('heading', { name: 'Ada Admin' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('combobox', { name: 'Dates' })).toHaveValue('yearFirst'));
  expect(screen.getByRole('combobox', { name: 'Rows per page' })).toHaveValue('50');
  expect(formatTimestamp(noon)).toBe('2026-01-05 07:08:09');
});

it('keeps each choice on the server, and it counts at once', async () => {
  const calls = fakeServer(answers);
  renderConsole('/web/profile');
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Dates' }), 'monthFirst');
  expect(formatTimestamp(noon)).toBe('01/05/2026 07:08:09');
  expect(fromTyped('01/05/2026 07:08')).toBe(new Date(2026, 0, 5, 7, 8).toISOString().replace('.000', ''));
  expect(await screen.findByText('Kept.')).toBeVisible();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Rows per page' }), '10');
  const sent = calls.filter(({ method, path }) => method === 'POST' && path === 'profile/preferences');
  await waitFor(() => expect(sent.concat(calls.slice(-1)).map(({ body }) => body)).toContainEqual({ rowsPerPage: 10 }));
  expect(sent[0]?.body).toEqual({ dateFormat: 'monthFirst' });
});

it('says when the server cannot keep it', async () => {
  fakeServer({ ...answers, 'profile/preferences': ({ method }) => (method === 'GET' ? ok({}) : refused(503)) });
  renderConsole('/web/profile');
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Dates' }), 'dots');
  expect(await screen.findByText('The server did not keep this')).toBeVisible();
});

it('speaks another language for which there is a file, and English where that has no words', async () => {
  const calls = fakeServer(answers);
  renderConsole('/web/profile');
  await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Language' }), 'pt-BR');
  expect(await screen.findByRole('heading', { name: 'Como quero ver' })).toBeVisible();
  expect(screen.getByRole('option', { name: 'Português (Brasil)' })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe('pt-BR');
  expect(screen.getByRole('combobox', { name: 'Dates' })).toBeVisible();
  await waitFor(() => expect(calls.at(-1)?.body).toEqual({ language: 'pt-BR' }));
  await preferences.change({ language: null });
  await changeLanguage(['en']);
  expect(await screen.findByRole('heading', { name: 'How you see the console' })).toBeVisible();
});
