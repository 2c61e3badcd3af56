// SPDX-License-Identifier: Apache-2.0
/** How long lists, exports and the home page take when there are many devices. */
package org.smartems.benchmark.lists;
