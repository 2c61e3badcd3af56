// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.checkin;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.catalogue.Catalogue;
import org.smartems.fleet.checkin.Answered;
import org.smartems.fleet.checkin.CheckIns;
import org.smartems.fleet.checkin.Contact;
import org.smartems.fleet.checkin.FailedLogin;
import org.smartems.fleet.firmware.FirmwareLinks;
import org.smartems.fleet.internal.delivery.Deliveries;
import org.smartems.fleet.internal.firmware.Versionings;
import org.smartems.fleet.internal.template.TemplateSnapshots;
import org.smartems.persistence.Transactions;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.spi.health.Health;
import org.smartems.spi.health.HealthCheck;
import org.smartems.spi.metrics.MetricSource;
import org.smartems.spi.metrics.Metrics;
import org.smartems.spi.procedure.CheckIn;
import org.smartems.spi.procedure.DeviceReport;
import org.smartems.spi.procedure.DeviceResponse;

/** Offers the {@link CheckInService}, and finishes what has come before it goes. */
@Component(
        service = {CheckIns.class, HealthCheck.class, MetricSource.class},
        immediate = true,
        configurationPid = CheckInConfiguration.PID,
        property = HealthCheck.NAME + "=fleet")
@Designate(ocd = CheckInConfiguration.class)
public final class CheckInComponent implements CheckIns, HealthCheck, MetricSource {

    private static final Logger LOG = LoggerFactory.getLogger(CheckInComponent.class);

    private final CheckInService service;
    private final CheckInMetrics counts = new CheckInMetrics();

    @Activate
    public CheckInComponent(
            @Reference Transactions transactions,
            @Reference Encryption encryption,
            @Reference Catalogue catalogue,
            @Reference TemplateSnapshots templates,
            @Reference Versionings versionings,
            @Reference FirmwareLinks links,
            @Reference Configurations configurations,
            CheckInConfiguration configuration) {
        service = new Surroundings(
                        transactions,
                        encryption,
                        catalogue,
                        templates,
                        versionings,
                        links,
                        () -> settings(configurations.general()),
                        Clock.systemUTC(),
                        Deliveries::home)
                .start(mostAtOnce(configuration.maximumBatch()));
    }

    @Deactivate
    void stop() {
        service.stop();
    }

    @Override
    public Answered checkIn(Contact contact, DeviceReport report, Function<CheckIn, DeviceResponse> answer) {
        return counts.counted(contact, answer, counting -> service.checkIn(contact, report, counting));
    }

    @Override
    public void refuse(Contact contact, List<FieldError> errors) {
        service.refuse(contact, errors);
    }

    @Override
    public void log(Contact contact, Optional<DeviceReport> report) {
        service.log(contact, report);
    }

    @Override
    public void failed(FailedLogin attempt) {
        service.failed(attempt);
    }

    @Override
    public Health check() {
        return service.isOpen() ? Health.up() : Health.down("reports of devices are not taken now");
    }

    @Override
    public void measure(Metrics metrics) {
        counts.measure(metrics);
        service.measure(metrics);
    }

    /** What is out of bounds is reported, and the default taken. */
    private static int mostAtOnce(int maximumBatch) {
        if (maximumBatch >= 1 && maximumBatch <= CheckInConfiguration.MAXIMUM_BATCH) {
            return maximumBatch;
        }
        LOG.warn(
                "{}: maximumBatch must be from 1 to {}, not {}",
                CheckInConfiguration.PID,
                CheckInConfiguration.MAXIMUM_BATCH,
                maximumBatch);
        return CheckInConfiguration.MAXIMUM_BATCH;
    }

    private static Settings settings(GeneralConfiguration general) {
        return new Settings(
                general.maintenanceMode(),
                general.maximumNewDevicesPerHour(),
                general.logRetentions().config().days());
    }
}
