// SPDX-License-Identifier: Apache-2.0

/** A size to read: up to four digits and a unit. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${unit === 0 ? size : size.toFixed(size < 100 ? 1 : 0)} ${units[unit]}`;
}
