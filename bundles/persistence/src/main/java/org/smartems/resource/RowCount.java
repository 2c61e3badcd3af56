// SPDX-License-Identifier: Apache-2.0
package org.smartems.resource;

/** How many rows a list has; beyond a number that can be counted quickly it is what the planner expects. */
record RowCount(long rows, boolean exact) {}
