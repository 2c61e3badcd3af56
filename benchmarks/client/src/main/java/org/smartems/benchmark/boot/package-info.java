// SPDX-License-Identifier: Apache-2.0
/** How long a server takes to be ready, and how much memory it then has. */
package org.smartems.benchmark.boot;
