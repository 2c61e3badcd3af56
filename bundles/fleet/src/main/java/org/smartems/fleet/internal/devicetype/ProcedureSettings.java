// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartems.persistence.encryption.Encryption;
import org.smartems.persistence.encryption.EncryptionContext;
import org.smartems.persistence.encryption.EncryptionException;
import org.smartems.spi.schema.Field;
import org.smartems.spi.schema.Schema;

/** Settings of procedures as they are stored: a secret one is an object whose only member is the sealed text. */
@Component(service = ProcedureSettings.class)
public final class ProcedureSettings {

    private static final Logger LOG = LoggerFactory.getLogger(ProcedureSettings.class);
    private static final String SEALED = "sealed";
    /** Of the device types, in whose table the settings are. */
    static final String TABLE = "fleet_device_type";

    private final Encryption encryption;

    @Activate
    public ProcedureSettings(@Reference Encryption encryption) {
        this.encryption = encryption;
    }

    /**
     * What is to be checked and stored: what was given, with stored secrets that were not.
     *
     * @param given by people
     * @param opened what is stored, with the secrets opened
     */
    static Map<String, Object> merge(Schema schema, Map<String, Object> given, Map<String, Object> opened) {
        Map<String, Object> merged = new LinkedHashMap<>(given);
        schema.fields().stream()
                .filter(Field::isSecret)
                .filter(field -> given.get(field.name()) == null && opened.containsKey(field.name()))
                .forEach(field -> merged.put(field.name(), opened.get(field.name())));
        return merged;
    }

    /** Seals the secrets of a device type; one that did not change stays as it is stored. */
    Map<String, Object> seal(Schema schema, long deviceType, Map<String, Object> opened, Map<String, Object> stored) {
        Map<String, Object> before = open(deviceType, stored);
        Map<String, Object> sealed = new LinkedHashMap<>(opened);
        sealed.values().removeIf(value -> value == null || "".equals(value));
        sealed.replaceAll((name, value) -> {
            if (!schema.field(name).map(Field::isSecret).orElse(false)) {
                return value;
            }
            boolean same = String.valueOf(value).equals(before.get(name));
            return same && stored.get(name) instanceof Map<?, ?> known
                    ? known
                    : Map.of(SEALED, seal(context(deviceType, name), value));
        });
        return sealed;
    }

    /** Opens the secrets of a device type; one that cannot be opened is missing. */
    Map<String, Object> open(long deviceType, Map<String, Object> stored) {
        Map<String, Object> opened = new LinkedHashMap<>();
        stored.forEach((name, value) -> {
            if (value instanceof Map<?, ?> map) {
                open(context(deviceType, name), String.valueOf(map.get(SEALED))).ifPresent(it -> opened.put(name, it));
            } else {
                opened.put(name, value);
            }
        });
        return opened;
    }

    /** The same with the secrets sealed by the newest key; those that cannot be opened stay as they are. */
    Map<String, Object> resealed(long deviceType, Map<String, Object> stored) {
        byte[] header = encryption.header(TABLE);
        Map<String, Object> resealed = new LinkedHashMap<>(stored);
        resealed.replaceAll((name, value) -> {
            if (!(value instanceof Map<?, ?> map) || beginsWith(String.valueOf(map.get(SEALED)), header)) {
                return value;
            }
            EncryptionContext place = context(deviceType, name);
            return open(place, String.valueOf(map.get(SEALED)))
                    .<Object>map(plain -> Map.of(SEALED, seal(place, plain)))
                    .orElse(value);
        });
        return resealed;
    }

    private static boolean beginsWith(String sealed, byte[] header) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        return bytes.length > header.length && Arrays.equals(bytes, 0, header.length, header, 0, header.length);
    }

    /** What may be shown: all but the secrets. */
    static Map<String, Object> visible(Map<String, Object> stored) {
        Map<String, Object> visible = new LinkedHashMap<>(stored);
        visible.values().removeIf(value -> value instanceof Map<?, ?>);
        return visible;
    }

    private String seal(EncryptionContext context, Object value) {
        byte[] plain = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(encryption.encrypt(context, plain));
    }

    private Optional<String> open(EncryptionContext context, String sealed) {
        try {
            byte[] plain = encryption.decrypt(context, Base64.getDecoder().decode(sealed));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (EncryptionException e) {
            LOG.error("The stored {} cannot be opened: set it again", context, e);
            return Optional.empty();
        }
    }

    private static EncryptionContext context(long deviceType, String name) {
        return EncryptionContext.of(TABLE, "procedure_settings." + name, deviceType);
    }
}
