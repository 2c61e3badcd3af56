// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.api.error.ValidationException;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.RouterIdentification;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.procedure.Procedures;
import org.smartems.persistence.Jdbc;
import org.smartems.persistence.Transactions;
import org.smartems.platform.configuration.ConfigurationGuard;
import org.smartems.platform.configuration.Configurations;
import org.smartems.platform.configuration.GeneralConfiguration;
import org.smartems.platform.configuration.GeneralForm;
import org.smartems.platform.configuration.RouterIdentifier;
import org.smartems.spi.procedure.DeviceField;
import org.smartems.spi.procedure.FieldRequirement;
import org.smartems.spi.procedure.ProcedureDescription;

/** See {@link RouterIdentification}. */
@Component(service = {RouterIdentification.class, ConfigurationGuard.class})
public final class RouterIdentificationService implements RouterIdentification, ConfigurationGuard {

    private static final String PATH = "routerIdentifier";
    private static final Set<FieldRequirement> REQUIRED =
            Set.of(FieldRequirement.REQUIRED, FieldRequirement.REQUIRED_IN_COMMUNICATION);

    private final Configurations configurations;
    private final StoredDeviceTypes types;
    private final Procedures procedures;
    private final Transactions transactions;

    @Activate
    public RouterIdentificationService(
            @Reference Configurations configurations,
            @Reference StoredDeviceTypes types,
            @Reference Procedures procedures,
            @Reference Transactions transactions) {
        this.configurations = configurations;
        this.types = types;
        this.procedures = procedures;
        this.transactions = transactions;
    }

    @Override
    public RouterIdentifier current() {
        return configurations.general().routerIdentifier();
    }

    @Override
    public void change(RouterIdentifier identifier) {
        if (identifier == current()) {
            return;
        }
        List<FieldError> refusals = transactions.call(() -> refusals(identifier));
        if (!refusals.isEmpty()) {
            throw new ValidationException(refusals);
        }
        configurations.setRouterIdentifier(identifier);
    }

    /** Also keeps the Twig engine while configs are written in it. */
    @Override
    public List<FieldError> refusals(GeneralConfiguration present, GeneralForm wanted) {
        List<FieldError> refusals = new ArrayList<>();
        RouterIdentifier identifier = RouterIdentifier.of(wanted.routerIdentifier());
        if (identifier != present.routerIdentifier()) {
            // one for each field
            refusals(identifier).stream().limit(1).forEach(refusals::add);
        }
        if (present.configGeneratorTwig()
                && !wanted.configGeneratorTwig()
                && exists("select 1 from fleet_config where generator = ? limit 1", "twig")) {
            refusals.add(FieldError.of("configGeneratorTwig", "validation.generatorUsed"));
        }
        return refusals;
    }

    private List<FieldError> refusals(RouterIdentifier identifier) {
        List<FieldError> refusals = new ArrayList<>();
        List<DeviceType> routers =
                types.catalogued().stream().filter(this::mayBeOfRouters).toList();
        routers.stream()
                .filter(this::hasDevices)
                .findFirst()
                .ifPresent(type -> refusals.add(broken("deviceExists", type)));
        routers.stream()
                .filter(type -> identifier == RouterIdentifier.IMSI && !requiresImsi(type))
                .findFirst()
                .ifPresent(type -> refusals.add(broken("deviceTypeRequiredWithHasImsi", type)));
        return refusals;
    }

    /** Of a type whose procedure is not installed nobody can tell, and its devices come back with the procedure. */
    private boolean mayBeOfRouters(DeviceType type) {
        Optional<ProcedureDescription> procedure = procedures.find(type.procedure());
        return procedure.isEmpty()
                || procedure.get().identifiers().containsAll(List.of(DeviceField.SERIAL_NUMBER, DeviceField.IMSI));
    }

    private boolean requiresImsi(DeviceType type) {
        return procedures.find(type.procedure()).isEmpty()
                || REQUIRED.contains(type.requirements().getOrDefault(DeviceField.IMSI, FieldRequirement.UNUSED));
    }

    private boolean hasDevices(DeviceType type) {
        return exists("select 1 from fleet_device where device_type_id = ? limit 1", type.id());
    }

    private boolean exists(String sql, Object value) {
        return new Jdbc(transactions).first(sql, row -> true, value).isPresent();
    }

    private static FieldError broken(String message, DeviceType type) {
        return FieldError.of(PATH, "validation." + message).with("deviceType", type.name());
    }
}
