// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.device;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.ErrorCategory;
import org.smartems.api.error.PlatformException;
import org.smartems.fleet.catalogue.DeviceType;
import org.smartems.fleet.device.TemplateApplication;
import org.smartems.fleet.internal.Violations;
import org.smartems.fleet.internal.devicetype.StoredDeviceTypes;
import org.smartems.fleet.internal.template.StoredTemplates;
import org.smartems.fleet.template.TemplateView;
import org.smartems.fleet.template.VersionForm;
import org.smartems.spi.procedure.Capability;

/** What a device takes over from its template. Needs the caller's transaction. */
@Component(service = TemplateApplying.class)
public final class TemplateApplying {

    private static final String MESSAGE = "batch.device.templateApply.";
    private static final String RULE = "deviceTemplateApply";

    private final StoredTemplates templates;
    private final StoredDeviceTypes types;

    @Activate
    public TemplateApplying(@Reference StoredTemplates templates, @Reference StoredDeviceTypes types) {
        this.templates = templates;
        this.types = types;
    }

    /** Nothing else can be asked for when the template is taken away. */
    static void checkDetaching(TemplateApplication application) {
        Violations violations = new Violations();
        violations.require(!application.variables(), "applyVariables", RULE + ".templateMissingApplyInvalid");
        violations.require(!application.description(), "applyDeviceDescription", RULE + ".templateMissingApplyInvalid");
        application.reinstall().stream()
                .sorted()
                .forEach(flag -> violations.add(flag.id(), RULE + ".templateMissingApplyInvalid"));
        violations.throwIfAny();
    }

    /**
     * The version of the template that applies to the device.
     *
     * @throws PlatformException CONFLICT when there is none, or the template is for another type
     */
    VersionForm version(DeviceEntity device, TemplateApplication application) {
        TemplateView template = templates
                .view(application.template().getAsLong())
                .orElseThrow(() -> Violations.of("template", "choice"));
        DeviceType type = types.catalogued(template.deviceType()).orElseThrow();
        Violations violations = new Violations();
        boolean variables = !application.variables() || type.has(Capability.VARIABLES);
        violations.require(variables, "applyVariables", RULE + ".variablesDisabled");
        WorkFlags.check(type, application.reinstall(), RULE, violations);
        violations.throwIfAny();
        if (template.deviceType() != device.deviceType()) {
            throw conflict("deviceTypeMismatch", "The template is for devices of another type");
        }
        OptionalLong version = device.isStaging() && template.stagingVersion().isPresent()
                ? template.stagingVersion()
                : template.productionVersion();
        if (version.isEmpty()) {
            throw conflict(
                    device.isStaging() ? "templateVersionMissing" : "templateVersionProductionMissing",
                    "The template has no version for this device");
        }
        return templates.form(version.getAsLong()).orElseThrow();
    }

    /** Takes over what is asked for; answers what the version does not have. */
    static List<String> takeOver(DeviceEntity device, VersionForm version, TemplateApplication application) {
        List<String> warnings = new ArrayList<>();
        if (application.variables()) {
            device.takeOver(version.variables());
        }
        if (application.description() && version.deviceDescription().isEmpty()) {
            warnings.add(MESSAGE + "warning.noDeviceDescriptionToApply");
        } else if (application.description()) {
            device.describe(version.deviceDescription());
        }
        return warnings;
    }

    private static PlatformException conflict(String code, String message) {
        return new PlatformException(ErrorCategory.CONFLICT, MESSAGE + "error." + code, message);
    }
}
