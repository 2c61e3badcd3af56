// SPDX-License-Identifier: Apache-2.0
import logo from './logo.svg';

/** Everything a customer's brand replaces, besides logo.svg and the colours in theme.css. */
export const brand = { name: 'Smart EMS', owner: 'The Smart EMS authors', logo } as const;
