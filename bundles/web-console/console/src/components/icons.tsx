// SPDX-License-Identifier: Apache-2.0
import type { ReactElement, ReactNode } from 'react';

function icon(shape: ReactNode): () => ReactElement {
  return function Icon() {
    return (
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {shape}
      </svg>
    );
  };
}

export const AlertIcon = icon(<path d="M12 3 2.500 20h19ZM12 10v4.500M12 17.200v.1" />);
export const CheckIcon = icon(<path d="m5 12.500 4.500 4.500L19 7.500" />);
export const ChevronDownIcon = icon(<path d="m6 9.500 6 6 6-6" />);
export const ClockIcon = icon(<path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.500V12l3 2" />);
export const CollapseIcon = icon(<path d="m11.500 6-6 6 6 6M18.500 6l-6 6 6 6" />);
export const ExpandIcon = icon(<path d="m5.500 6 6 6-6 6M12.500 6l6 6-6 6" />);
export const HomeIcon = icon(<path d="m3 11.500 9-8 9 8M6 9.500V20h12V9.500M10 20v-6h4v6" />);
export const InfoIcon = icon(<path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.500M12 7.500v.1" />);
export const KeyIcon = icon(<path d="M8 11a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM11.200 12.300 20 3.500M15.500 8l3 3" />);
export const LogOutIcon = icon(<path d="M14 4H5v16h9M10 12h11M17.500 8.500 21 12l-3.500 3.500" />);
export const MonitorIcon = icon(<path d="M3 4.500h18v12H3ZM8.500 20h7M12 16.500V20" />);
export const MoonIcon = icon(<path d="M20 14.500A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500Z" />);
export const SunIcon = icon(
  <path d="M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2.500M12 19.500V22M2 12h2.500M19.500 12H22M5 5l1.700 1.700M17.300 17.300 19 19M19 5l-1.700 1.700M6.700 17.300 5 19" />,
);
export const UserIcon = icon(<path d="M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4 20.500c1-4 4-5.500 8-5.500s7 1.500 8 5.500" />);
