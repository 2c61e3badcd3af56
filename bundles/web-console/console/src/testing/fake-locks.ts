// SPDX-License-Identifier: Apache-2.0

/** One queue per name, as the browser keeps over all its tabs. */
export function fakeLocks(): Pick<LockManager, 'request'> {
  const tails = new Map<string, Promise<unknown>>();
  const request = (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(work, work);
    tails.set(name, turn);
    return turn;
  };
  return { request: request as LockManager['request'] };
}
