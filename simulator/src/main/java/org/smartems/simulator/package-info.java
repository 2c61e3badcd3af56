// SPDX-License-Identifier: Apache-2.0
/**
 * Devices that speak the real dialects over HTTPS: one that is stepped by hand, or a fleet of up to thousands. Used by
 * the demo, by tests and by benchmarks.
 */
package org.smartems.simulator;
