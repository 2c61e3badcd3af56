// SPDX-License-Identifier: Apache-2.0
package org.smartems.demo.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.device.DeviceFilter;
import org.smartems.fleet.device.DeviceForm;
import org.smartems.fleet.device.DeviceView;
import org.smartems.fleet.device.Devices;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.device.WorkFlag;
import org.smartems.fleet.devicetype.DeviceTypes;
import org.smartems.fleet.template.Templates;
import org.smartems.spi.job.Job;
import org.smartems.spi.procedure.DeviceField;

/**
 * Does what an operator would: enables devices of the demo that have appeared, gives them a template, and asks one or
 * another of them for something now and then. Leaves alone every other device, and one that has not called of late.
 */
@Component(service = Job.class)
public final class DemoJob implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(DemoJob.class);
    private static final Duration INTERVAL = Duration.ofSeconds(3);
    /** So that an unknown device can be seen before it is enabled. */
    private static final Duration UNKNOWN = Duration.ofSeconds(4);

    private static final Duration OF_LATE = Duration.ofMinutes(3);
    /** How many devices are looked at in one tick. */
    private static final int AT_ONCE = 200;
    /** How many ticks there are to one request, on average. */
    private static final int SELDOM = 5;

    private final Devices devices;
    private final Function<Kind, Optional<Place>> places;
    private final Clock clock;
    private final Random random;

    /**
     * Where devices of a kind belong.
     *
     * @param type id of their type
     * @param template id of their template
     */
    record Place(long type, long template) {}

    @Activate
    public DemoJob(@Reference Devices devices, @Reference DeviceTypes deviceTypes, @Reference Templates templates) {
        this(devices, kind -> place(kind, deviceTypes, templates), Clock.systemUTC(), new Random());
    }

    DemoJob(Devices devices, Function<Kind, Optional<Place>> places, Clock clock, Random random) {
        this.devices = devices;
        this.places = places;
        this.clock = clock;
        this.random = random;
    }

    /** Empty until everything has been made. */
    private static Optional<Place> place(Kind kind, DeviceTypes deviceTypes, Templates templates) {
        return deviceTypes.find(kind.deviceType()).flatMap(type -> templates.find(type.id(), kind.template()).stream()
                .findFirst()
                .map(template -> new Place(type.id(), template.id())));
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void run() {
        for (Kind kind : Kind.values()) {
            places.apply(kind).ifPresent(place -> {
                enableNew(kind, place);
                if (random.nextInt(SELDOM) == 0) {
                    askOne(kind, place);
                }
            });
        }
    }

    private void enableNew(Kind kind, Place place) {
        Instant seenLong = clock.instant().minus(UNKNOWN);
        list(kind, place, false).stream()
                // one with a template was disabled by somebody, who will know why
                .filter(device -> device.template().isEmpty()
                        && device.history().createdAt().isBefore(seenLong))
                .forEach(device -> enable(device, place.template()));
    }

    private void enable(DeviceView device, long template) {
        try {
            if (Kind.isStaging(device.identifier())) {
                devices.edit(Demo.AUTHOR, device.id(), staging(device));
            } else {
                devices.enable(Demo.AUTHOR, device.id());
            }
            TemplateApplication application =
                    new TemplateApplication(OptionalLong.of(template), true, true, Set.of(DemoTemplates.FIRST_WORK));
            devices.apply(Demo.AUTHOR, device.id(), application);
        } catch (PlatformException e) {
            // somebody else was quicker
            LOG.info("Device {} was left alone: {}", device.identifier(), e.getMessage());
        }
    }

    private void askOne(Kind kind, Place place) {
        List<DeviceView> enabled = list(kind, place, true);
        if (enabled.isEmpty()) {
            return;
        }
        DeviceView device = enabled.get(random.nextInt(enabled.size()));
        List<WorkFlag> work = kind.occasionalWork();
        WorkFlag flag = work.get(random.nextInt(work.size()));
        try {
            devices.flag(Demo.AUTHOR, device.id(), flag, true);
            LOG.debug("Device {} is asked for {}", device.identifier(), flag.id());
        } catch (PlatformException e) {
            LOG.info("Device {} was not asked for {}: {}", device.identifier(), flag.id(), e.getMessage());
        }
    }

    /** Devices of the demo that have called of late. */
    private List<DeviceView> list(Kind kind, Place place, boolean enabled) {
        Instant late = clock.instant().minus(OF_LATE);
        DeviceFilter filter =
                new DeviceFilter(OptionalLong.of(place.type()), Optional.of(enabled), kind.serialPrefix(), AT_ONCE);
        return devices.list(filter).stream()
                .filter(device -> device.identifier().startsWith(kind.serialPrefix()))
                .filter(device ->
                        device.status().seenAt().filter(late::isBefore).isPresent())
                .toList();
    }

    /** As it is, but enabled and on staging. */
    private static DeviceForm staging(DeviceView device) {
        Map<DeviceField, String> facts = new EnumMap<>(DeviceField.class);
        facts.putAll(device.status().facts());
        facts.keySet().retainAll(DeviceForm.EDITABLE);
        return new DeviceForm(
                device.name(),
                device.description(),
                true,
                true,
                device.template(),
                facts,
                new HashSet<>(device.flags()),
                device.variables(),
                device.accessTags(),
                device.labels());
    }
}
