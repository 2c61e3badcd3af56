// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.fleet.Scope;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.DeviceResult.Status;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.access.Tags;
import org.smartems.fleet.internal.device.DeviceDraft.Values;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.template.StoredTemplates;
import org.smartems.fleet.internal.variable.VariableLists;
import org.smartems.fleet.template.TemplateView;
import org.smartems.fleet.template.VersionForm;
import org.smartems.spi.procedure.Capability;

/** What devices take over from their template. Needs the caller's transaction. */
@Component(service = TemplateApplying.class)
public final class TemplateApplying {

    private static final String ERROR = "batch.device.templateApply.error.";
    private static final String WARNING = "batch.device.templateApply.warning.";
    private static final String RULE = "deviceTemplateApply";

    private final StoredTemplates templates;
    private final StoredDeviceTypes types;
    private final Tags tags;

    @Activate
    public TemplateApplying(
            @Reference StoredTemplates templates, @Reference StoredDeviceTypes types, @Reference Tags tags) {
        this.templates = templates;
        this.types = types;
        this.tags = tags;
    }

    /** Fails when the application is wrong for every device. */
    Function<DeviceDraft, Outcome> decision(Scope scope, TemplateApplication application) {
        if (application.template().isEmpty()) {
            checkDetaching(application);
            return device -> Outcome.changed(device, device.values().withTemplate(null));
        }
        TemplateView template = templates
                .view(application.template().getAsLong())
                .orElseThrow(() -> Violations.of("template", "choice"));
        DeviceType type = types.catalogued(template.deviceType()).orElseThrow();
        check(type, application);
        if (!templates.isVisible(scope, template.id())) {
            return device -> Outcome.error(device, ERROR + "templateNoAccess");
        }
        return new Decision(type, template, application, scope, tags.own(scope));
    }

    /** Nothing else can be asked for when the template is taken away. */
    private static void checkDetaching(TemplateApplication application) {
        Violations violations = new Violations();
        refuse(application.variables(), "applyVariables", violations);
        refuse(application.description(), "applyDeviceDescription", violations);
        refuse(application.labels(), "applyLabels", violations);
        refuse(application.accessTags(), "applyAccessTags", violations);
        application.reinstall().stream().sorted().forEach(flag -> refuse(true, flag.id(), violations));
        violations.throwIfAny();
    }

    private static void refuse(boolean wanted, String field, Violations violations) {
        violations.require(!wanted, field, RULE + ".templateMissingApplyInvalid");
    }

    private static void check(DeviceType type, TemplateApplication application) {
        Violations violations = new Violations();
        boolean variables = !application.variables() || type.has(Capability.VARIABLES);
        violations.require(variables, "applyVariables", RULE + ".variablesDisabled");
        WorkFlags.check(type, application.reinstall(), RULE, violations);
        violations.throwIfAny();
    }

    private Optional<VersionForm> form(OptionalLong version) {
        return version.isPresent() ? templates.form(version.getAsLong()) : Optional.empty();
    }

    /** For one device after the other; reads each version once. */
    private final class Decision implements Function<DeviceDraft, Outcome> {

        private final DeviceType type;
        private final TemplateView template;
        private final TemplateApplication application;
        private final Scope scope;
        private final Set<Long> own;
        private final Optional<VersionForm> production;
        private final Optional<VersionForm> staging;

        Decision(DeviceType type, TemplateView template, TemplateApplication application, Scope scope, Set<Long> own) {
            this.type = type;
            this.template = template;
            this.application = application;
            this.scope = scope;
            this.own = own;
            this.production = form(template.productionVersion());
            this.staging = form(template.stagingVersion()).or(() -> production);
        }

        @Override
        public Outcome apply(DeviceDraft device) {
            if (template.deviceType() != device.type()) {
                return Outcome.error(device, ERROR + "deviceTypeMismatch");
            }
            Optional<VersionForm> version = device.staging() ? staging : production;
            if (version.isEmpty()) {
                return Outcome.error(
                        device,
                        ERROR + (device.staging() ? "templateVersionMissing" : "templateVersionProductionMissing"));
            }
            List<String> warnings = new ArrayList<>();
            Values after = takenOver(device.values().withTemplate(template.id()), version.get(), warnings);
            return new Outcome(
                    device,
                    after,
                    WorkFlags.useful(type, application.reinstall()),
                    Set.of(),
                    warnings.isEmpty() ? Status.SUCCESS : Status.WARNING,
                    warnings);
        }

        private Values takenOver(Values before, VersionForm version, List<String> warnings) {
            Values values = before;
            if (application.variables()) {
                values = values.withVariables(VariableLists.replaced(version.variables(), values.variables()));
            }
            if (application.labels()) {
                values = values.withLabels(version.deviceLabels());
            }
            if (application.accessTags()) {
                values = values.withAccessTags(accessTags(values.accessTags(), version.accessTags(), warnings));
            }
            if (!application.description()) {
                return values;
            }
            if (version.deviceDescription().isEmpty()) {
                warnings.add(WARNING + "noDeviceDescriptionToApply");
                return values;
            }
            return values.withDescription(version.deviceDescription());
        }

        /** Who is bound by access tags gives own ones alone, and never none. */
        private Set<Long> accessTags(Set<Long> stored, Set<Long> wanted, List<String> warnings) {
            if (!scope.isBound()) {
                return wanted;
            }
            Set<Long> possible = new TreeSet<>(wanted);
            possible.retainAll(own);
            if (possible.isEmpty()) {
                warnings.add(WARNING + "noAccessTagsWereAppliedYouWouldLoseAccess");
                return stored;
            }
            if (possible.size() < wanted.size()) {
                warnings.add(WARNING + "notAllAccessTagsWereApplied");
            }
            return Tags.withForeign(possible, stored, own);
        }
    }
}
