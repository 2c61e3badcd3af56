// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { sessionStore, toSession } from '../session/session-store';
import { fakeServer, loginAnswer, noContent, ok, type Received, refused } from '../testing/fake-server';
import { renderConsole } from '../testing/render-console';

const REQUIRED = 'authentication/change/password/required';
const CHANGE = 'authenticated/change/password';
const REFRESH = 'authentication/token/refresh';
const rules = {
  passwordMinimumLength: 10,
  passwordDigitRequired: true,
  passwordBigSmallCharRequired: true,
  passwordSpecialCharRequired: true,
  passwordBlockReuseOldPasswordCount: 3,
};
type Handlers = Parameters<typeof fakeServer>[0];

function open(roles: string[], address: string, handlers: Handlers): Received[] {
  const calls = fakeServer({ 'anonymous/configuration': () => ok(rules), ...handlers });
  sessionStore.set(toSession(loginAnswer({ roles }), Date.now()));
  renderConsole(address);
  return calls;
}
const openDue = (handlers: Handlers): Received[] => open(['ROLE_CHANGEPASSWORDREQUIRED'], '/web/nowhere', handlers);
const openChange = (handlers: Handlers): Received[] => open(['ROLE_USER'], '/web/change-password', handlers);

async function fill(first: string, second = first): Promise<void> {
  await userEvent.type(await screen.findByLabelText(/^New password(?! again)/), first);
  await userEvent.type(screen.getByLabelText(/^New password again/), second);
  await userEvent.click(screen.getByRole('button', { name: 'Change password' }));
}

it('lists the rules and ticks what is met', async () => {
  openDue({});
  const list = await screen.findByRole('list', { name: 'The new password needs' });
  expect(within(list).getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'at least 10 characters',
    'a digit',
    'a small and a capital letter',
    'a special character, such as ! ? # +',
    'to differ from your last 3 passwords',
  ]);
  await userEvent.type(screen.getByLabelText(/^New password(?! again)/), 'aB1');
  expect(within(list).getAllByLabelText(/\(met\)$/).map((item) => item.textContent)).toEqual([
    'a digit',
    'a small and a capital letter',
  ]);
});

it('lets in with the new password', async () => {
  const calls = openDue({ [REQUIRED]: () => ok(loginAnswer({ roles: ['ROLE_USER'] })) });
  await fill('Abcdefgh1!');
  expect(await screen.findByRole('heading', { level: 1, name: /Welcome|no such page/ })).toBeVisible();
  expect(calls.find((call) => call.path === REQUIRED)).toMatchObject({
    token: expect.stringMatching(/^token-/) as string,
    body: { newPlainPassword: 'Abcdefgh1!', newPlainPasswordRepeat: 'Abcdefgh1!' },
  });
});

it('notices two different passwords itself', async () => {
  const calls = openDue({});
  await fill('Abcdefgh1!', 'Abcdefgh2!');
  const repeat = screen.getByLabelText(/^New password again/);
  expect(repeat).toHaveAccessibleDescription('The two passwords differ.');
  expect(repeat).toHaveFocus();
  expect(calls.filter((call) => call.path === REQUIRED)).toEqual([]);
});

it('puts the messages of the server where they belong', async () => {
  const errors = {
    errors: [{ message: 'validation.password.recentlyUsed', parameters: {} }],
    children: {
      newPlainPassword: {
        errors: [
          { message: 'validation.password.minimumLengthRequirementFailed', parameters: { limit: 10 } },
          { message: 'validation.notYetKnown', parameters: {} },
        ],
      },
    },
  };
  openDue({ [REQUIRED]: () => ({ status: 400, body: { code: 400, message: 'validation.failed', errors } }) });
  await fill('short');
  expect(await screen.findByRole('alert')).toHaveTextContent('This password was used before.');
  const field = screen.getByLabelText(/^New password(?! again)/);
  expect(field).toHaveAccessibleDescription('The password is too short. Not accepted: not yet known (validation.notYetKnown).');
  expect(field).toHaveFocus();
  expect(field).toHaveValue('short');
});

it('lets nobody past without a new password, only out', async () => {
  openDue({ 'authenticated/logout': () => noContent });
  expect(await screen.findByRole('heading', { name: 'Set a new password' })).toBeVisible();
  expect(window.location.pathname).toBe('/authentication/change-password');
  await userEvent.click(screen.getByRole('button', { name: 'Log out' }));
  expect(await screen.findByRole('heading', { name: 'Log in' })).toBeVisible();
});

it('changes the password of somebody who is logged in', async () => {
  const calls = openChange({ [CHANGE]: () => noContent, [REFRESH]: () => ok(loginAnswer()) });
  await userEvent.type(await screen.findByLabelText(/^Current password/), 'old');
  await fill('Abcdefgh1!');
  expect(await screen.findByText('Your password is changed.')).toBeVisible();
  expect(screen.getByLabelText(/^Current password/)).toHaveValue('');
  expect(calls.find((call) => call.path === CHANGE)?.body).toEqual({
    currentPlainPassword: 'old',
    newPlainPassword: 'Abcdefgh1!',
    newPlainPasswordRepeat: 'Abcdefgh1!',
  });
});

it('asks to log in anew when the change ended the session', async () => {
  openChange({ [CHANGE]: () => noContent, [REFRESH]: () => refused(401) });
  await userEvent.type(await screen.findByLabelText(/^Current password/), 'old');
  await fill('Abcdefgh1!');
  expect(await screen.findByText('Your password is changed. Log in with the new one.')).toBeVisible();
});
