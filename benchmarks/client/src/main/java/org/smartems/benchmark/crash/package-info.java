// SPDX-License-Identifier: Apache-2.0
/** Kills a server, its database and the line of its devices, and looks for what was acknowledged. */
package org.smartems.benchmark.crash;
