// SPDX-License-Identifier: Apache-2.0
/** A server of the distribution in a process of its own, and what goes wrong around it. */
package org.smartems.testing.server;
