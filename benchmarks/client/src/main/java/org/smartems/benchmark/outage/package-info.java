// SPDX-License-Identifier: Apache-2.0
/** Lets a whole fleet call at once, as after an outage, and asks for pages meanwhile as people do. */
package org.smartems.benchmark.outage;
