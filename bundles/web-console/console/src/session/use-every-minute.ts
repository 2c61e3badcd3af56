// SPDX-License-Identifier: Apache-2.0
import { useLive } from './use-live';

/** Each minute, but never so that it would keep a session alive which nobody uses. */
export const useEveryMinute = (): number | false => useLive() !== false && 60_000;
