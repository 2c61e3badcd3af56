// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.config;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.smartems.api.error.FieldError;
import org.smartems.fleet.config.ConfigForm;
import org.smartems.fleet.internal.Violations;
import org.smartems.platform.configuration.Configurations;
import org.smartems.spi.config.ConfigException;

/** Rules of the text of a config. They hold no connection: compiling takes its time. */
@Component(service = ConfigRules.class)
public final class ConfigRules {

    /** Characters that a text may have. */
    public static final int CONTENT_LENGTH = 1 << 20;

    private static final String TWIG = "twig";
    private static final String PHP = "php";

    private final Generators generators;
    private final Configurations configurations;

    @Activate
    public ConfigRules(@Reference Generators generators, @Reference Configurations configurations) {
        this.generators = generators;
        this.configurations = configurations;
    }

    /** The form as it is to be stored. */
    ConfigForm checked(ConfigForm form) {
        ConfigForm stripped =
                new ConfigForm(form.name().strip(), form.generator().strip(), form.content());
        Violations violations = new Violations();
        violations.required("name", stripped.name());
        violations.required("content", stripped.content(), CONTENT_LENGTH);
        checkGenerator(stripped.generator(), violations);
        if (violations.isEmpty()) {
            compile(stripped, violations);
        }
        violations.throwIfAny();
        return stripped;
    }

    /**
     * Whether generator and content may be tried out. That the content compiles is not asked here.
     *
     * @throws org.smartems.api.error.ValidationException when they may not
     */
    public void checkText(ConfigForm form) {
        Violations violations = new Violations();
        violations.required("content", form.content(), CONTENT_LENGTH);
        checkGenerator(form.generator().strip(), violations);
        violations.throwIfAny();
    }

    /** The generators that a config may have now: their labels by their ids. */
    public Map<String, String> offered() {
        Map<String, String> offered = generators.labels();
        if (!configurations.general().configGeneratorTwig()) {
            offered.remove(TWIG);
        }
        return offered;
    }

    private void checkGenerator(String generator, Violations violations) {
        if (generator.isEmpty()) {
            violations.add("generator", "required");
        } else if (generator.equals(PHP)) {
            violations.add("generator", "config.configGeneratorPhpDisabled");
        } else if (generator.equals(TWIG) && !configurations.general().configGeneratorTwig()) {
            violations.add("generator", "config.configGeneratorTwigDisabled");
        } else {
            violations.require(generators.has(generator), "generator", "enum");
        }
    }

    private void compile(ConfigForm form, Violations violations) {
        try {
            generators.compile(form.generator(), form.content());
        } catch (ConfigException e) {
            violations.add(FieldError.of("content", "validation.config." + form.generator() + "Invalid")
                    .with("line", e.line())
                    .with("error", e.getMessage()));
        }
    }
}
