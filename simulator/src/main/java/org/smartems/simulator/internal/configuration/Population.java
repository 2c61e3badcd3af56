// SPDX-License-Identifier: Apache-2.0
package org.smartems.simulator.internal.configuration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smartems.simulator.DeviceOptions;
import org.smartems.simulator.DeviceProfile;
import org.smartems.simulator.Dialect;
import org.smartems.simulator.Endpoint;
import org.smartems.simulator.SimulatedDevice;

/** Reads which devices there are. */
public final class Population {

    private final List<Kind> kinds = new ArrayList<>();
    private final long firstNumber;

    private record Kind(int count, String serialPrefix, DeviceProfile model, Endpoint endpoint, DeviceOptions options) {

        SimulatedDevice device(long number) {
            String serial = serialPrefix + String.format(Locale.ROOT, "%06d", number);
            DeviceProfile profile = DeviceProfile.of(model.dialect(), serial)
                    .withFirmwareVersion(model.firmwareVersion())
                    .withModel(model.model());
            return new SimulatedDevice(profile, endpoint, options);
        }
    }

    private record Place(SimulatedDevice device, double at) {}

    private Population(long firstNumber) {
        this.firstNumber = firstNumber;
    }

    public static Population read(Values values) {
        Population population =
                new Population(values.number("firstNumber", 0, 800_000).orElse(1L));
        Map<Dialect, Integer> mix = Mix.read(values);
        EndpointReader endpoints = new EndpointReader(values);
        DeviceOptions usual = OptionsReader.read(values);
        for (Dialect dialect : Dialect.values()) {
            int count = mix.getOrDefault(dialect, 0);
            DeviceProfile model = model(values, dialect);
            DeviceOptions options = OptionsReader.read(values, dialect, usual);
            String serialPrefix = values.text(dialect.id() + ".serialPrefix").orElse(dialect.serialPrefix());
            Optional<Endpoint> endpoint = endpoints.read(dialect, count > 0);
            endpoint.map(found -> new Kind(count, serialPrefix, model, found, options))
                    .ifPresent(population.kinds::add);
        }
        return population;
    }

    /** The dialects are mixed evenly, so that each has its share of a ramp-up. */
    public List<SimulatedDevice> devices() {
        List<Place> places = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int i = 0; i < kind.count(); i++) {
                places.add(new Place(kind.device(firstNumber + i), (i + 0.5) / kind.count()));
            }
        }
        places.sort(Comparator.comparingDouble(Place::at));
        return places.stream().map(Place::device).toList();
    }

    private static DeviceProfile model(Values values, Dialect dialect) {
        DeviceProfile usual = DeviceProfile.of(dialect, "");
        return usual.withFirmwareVersion(
                        values.text(dialect.id() + ".firmwareVersion").orElse(usual.firmwareVersion()))
                .withModel(values.text(dialect.id() + ".model").orElse(usual.model()));
    }
}
