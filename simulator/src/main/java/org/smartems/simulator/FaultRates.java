// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How often which fault happens; immutable. A check-in has one fault at most. The rate of a fault of work or of a
 * download is the share of the work handed out, that of the others the share of check-ins.
 */
public final class FaultRates {

    private static final FaultRates NO_RATES = new FaultRates(Map.of());
    // so that three thirds are no more than 1
    private static final double ROUNDING = 1e-9;

    private final Map<Fault, Double> rates;

    private FaultRates(Map<Fault, Double> rates) {
        this.rates = rates;
    }

    /**
     * No faults.
     *
     * @return rates of zero
     */
    public static FaultRates none() {
        return NO_RATES;
    }

    /**
     * Faults at given rates.
     *
     * @param rates each from 0 to 1
     * @return immutable rates
     * @throws IllegalArgumentException when a rate is outside, or all together are more than 1
     */
    public static FaultRates of(Map<Fault, Double> rates) {
        EnumMap<Fault, Double> copy = new EnumMap<>(Fault.class);
        double sum = 0;
        for (Map.Entry<Fault, Double> rate : rates.entrySet()) {
            if (!(rate.getValue() >= 0 && rate.getValue() <= 1)) {
                throw new IllegalArgumentException(
                        "the rate of " + rate.getKey().id() + " must be from 0 to 1");
            }
            copy.put(rate.getKey(), rate.getValue());
            sum += rate.getValue();
        }
        if (sum > 1 + ROUNDING) {
            throw new IllegalArgumentException("the rates of all faults together must not be more than 1");
        }
        return new FaultRates(Collections.unmodifiableMap(copy));
    }

    /**
     * The fault that a random number means.
     *
     * @param random from 0 to below 1
     * @return {@link Fault#NONE} for what the rates leave over
     */
    public Fault at(double random) {
        double left = random;
        for (Map.Entry<Fault, Double> rate : rates.entrySet()) {
            left -= rate.getValue();
            if (left < 0) {
                return rate.getKey();
            }
        }
        return Fault.NONE;
    }
}
