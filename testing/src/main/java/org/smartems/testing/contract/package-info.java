// SPDX-License-Identifier: Apache-2.0
/**
 * What every implementation of an SPI must fulfil, as interfaces of tests, and the fakes that these tests use.
 *
 * <p>A test class of a plug-in implements the contract of each SPI that the plug-in implements.
 */
package org.smartems.testing.contract;
