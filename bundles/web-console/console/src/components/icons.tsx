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

export const PencilIcon = icon(<path d="M4 20l1-4L16.500 4.500l3 3L8 19ZM14 7l3 3" />);
export const TrashIcon = icon(<path d="M4 6.500h16M9 6.500V4h6v2.500M6.500 6.500 7.500 20h9l1-13.500M10 10.500v6M14 10.500v6" />);
export const CopyIcon = icon(<path d="M8 8h12v12H8ZM16 8V4H4v12h4" />);
export const EyeIcon = icon(<path d="M2.500 12C5 7.500 8.300 5.500 12 5.500s7 2 9.500 6.500c-2.500 4.500-5.800 6.500-9.500 6.500S5 16.500 2.500 12ZM12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5" />);
export const EyeOffIcon = icon(<path d="M4 4l16 16M9.500 6c.8-.3 1.600-.5 2.500-.5 3.700 0 7 2 9.500 6.500-.9 1.600-1.900 2.900-3 3.900M6 8c-1.300 1-2.500 2.400-3.500 4 2.500 4.500 5.800 6.500 9.500 6.500 1.300 0 2.500-.2 3.700-.7" />);
export const MoreIcon = icon(<path strokeWidth="3.500" d="M5 12v.1M12 12v.1M19 12v.1" />);
export const PlusIcon = icon(<path d="M12 5v14M5 12h14" />);
export const FilterIcon = icon(<path d="M4 5h16l-6 7.500V19l-4-2v-4.500Z" />);
export const ColumnsIcon = icon(<path d="M4 5h16v14H4ZM9.500 5v14M15 5v14" />);
export const LockIcon = icon(<path d="M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3" />);
export const BookIcon = icon(<path d="M5 4.500h11a3 3 0 0 1 3 3V20H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11" />);
export const DownloadIcon = icon(<path d="M12 4v11M7.500 11 12 15.500 16.500 11M4.500 20h15" />);
export const ListIcon = icon(<path d="M9 6h11M9 12h11M9 18h11M4.500 6v.1M4.500 12v.1M4.500 18v.1" />);
export const GripIcon = icon(<path d="M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1" />);
export const ArrowUpIcon = icon(<path d="M12 19V5M6.500 10.500 12 5l5.500 5.500" />);
export const ArrowDownIcon = icon(<path d="M12 5v14M6.500 13.500 12 19l5.500-5.500" />);
export const FirstIcon = icon(<path d="M18 6l-6 6 6 6M7 6v12" />);
export const PreviousIcon = icon(<path d="m14.500 6-6 6 6 6" />);
export const NextIcon = icon(<path d="m9.500 6 6 6-6 6" />);
export const LastIcon = icon(<path d="m6 6 6 6-6 6M17 6v12" />);
export const RouterIcon = icon(<path d="M3.500 13h17v7h-17ZM7 16.500v.1M10.500 16.500v.1M17 13V5M13.500 8.500c1-2 2-3 3.500-3.500 1.500.5 2.500 1.500 3.500 3.500" />);
export const TemplateIcon = icon(<path d="M4 4h16v5H4ZM4 13h7v7H4ZM15 13h5v7h-5Z" />);
export const CodeIcon = icon(<path d="m8.500 7-5 5 5 5M15.500 7l5 5-5 5M13.500 5l-3 14" />);
export const ChipIcon = icon(<path d="M7 7h10v10H7ZM10 3v4M14 3v4M10 17v4M14 17v4M3 10h4M3 14h4M17 10h4M17 14h4" />);
export const LogIcon = icon(<path d="M6 3h9l4 4v14H6ZM9.500 9h4M9.500 13h6M9.500 17h6" />);
export const UsersIcon = icon(<path d="M9 4.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7M2.500 20c.5-4 3-6 6.500-6s6 2 6.500 6M16 5a3.300 3.300 0 0 1 0 6.300M18 14.500c2 .8 3.200 2.600 3.500 5.500" />);
export const ShieldIcon = icon(<path d="m12 3 8 3v6c0 4.500-3 7.500-8 9-5-1.500-8-4.500-8-9V6ZM8.500 12l2.500 2.500 4.500-5" />);
export const TagIcon = icon(<path d="M4 4h8l8.500 8.500-8 8L4 12ZM8 8v.1" />);
export const BookmarkIcon = icon(<path d="M6 4h12v16.500l-6-4.500-6 4.500Z" />);
export const ImportIcon = icon(<path d="M12 4v10M7.500 10 12 14.500 16.500 10M4 14v6h16v-6" />);
export const SettingsIcon = icon(<path d="M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h10M18 17h2M16 15v4" />);
export const RefreshIcon = icon(<path d="M20 5v5h-5M19.500 10a8 8 0 1 0 .3 4.500" />);
export const PowerIcon = icon(<path d="M12 3.500V12M7 6.500a7.500 7.500 0 1 0 10 0" />);
export const CalendarIcon = icon(<path d="M4 5.500h16V20H4ZM4 10h16M8.500 3v4M15.500 3v4" />);
