// SPDX-License-Identifier: Apache-2.0
package org.smartems.testing.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.smartems.spi.job.Job;

/** The contract can be fulfilled by a job that removes what has expired. */
class SampleJobTest implements JobContract {

    private final List<Integer> stored = new ArrayList<>(List.of(-1, 0, 1));

    @Override
    public Job job() {
        return new Job() {

            @Override
            public String name() {
                return "expire-numbers";
            }

            @Override
            public Duration interval() {
                return Duration.ofSeconds(1);
            }

            @Override
            public void run() {
                stored.removeIf(number -> number < 0);
            }
        };
    }

    @Override
    public String state() {
        return stored.toString();
    }
}
