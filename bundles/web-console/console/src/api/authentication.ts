// SPDX-License-Identifier: Apache-2.0
import { send } from './http';

/** The answer of everything that starts, continues or raises a session. */
export interface LoginAnswer {
  token: string;
  refreshToken: string;
  refreshTokenExpiration: number;
  accessTokenTtl: number;
  sessionTimeout: number;
  username: string;
  representation: string;
  lastLoginAt?: string | null;
  roles: string[];
}

export interface NewPassword {
  newPlainPassword: string;
  newPlainPasswordRepeat: string;
}

export const authentication = {
  login: (username: string, password: string): Promise<LoginAnswer> =>
    send('authentication/login_check', { body: { username, password } }),
  refresh: (refreshToken: string): Promise<LoginAnswer> =>
    send('authentication/token/refresh', { body: { refreshToken }, keepalive: true }),
  logout: (token: string, refreshToken: string): Promise<void> =>
    send('authenticated/logout', { token, body: { refreshToken }, keepalive: true }),
};
