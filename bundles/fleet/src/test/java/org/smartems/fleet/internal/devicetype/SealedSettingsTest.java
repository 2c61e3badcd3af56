// SPDX-License-Identifier: Apache-2.0
package org.smartems.fleet.internal.devicetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.smartems.fleet.devicetype.DeviceTypeForm;
import org.smartems.fleet.devicetype.DeviceTypeView;
import org.smartems.fleet.internal.FleetFixture;
import org.smartems.fleet.internal.store.SettingsConverter;
import org.smartems.persistence.encryption.SealedValues;

class SealedSettingsTest extends FleetFixture {

    @Test
    void settingsAreSealedAnewOnce() throws Exception {
        DeviceTypeForm form = fleet.routerForm("a", "a", "/a");
        ProcedureSettings settings = new ProcedureSettings(encryption);
        DeviceTypeView type = fleet.types.create(
                AUTHOR,
                form.withOptions(form.options()
                        .withProcedureSettings(Map.of("uppercaseFirmwareVersions", "V1*", "token", "hush"))));
        SealedValues values = new SealedSettings(transactions, settings);
        assertThat(reseal(values)).as("nothing to do").isZero();
        String before = text("select procedure_settings from fleet_device_type");
        rotate(values);
        assertThat(reseal(values)).isEqualTo(1);
        String after = text("select procedure_settings from fleet_device_type");
        assertThat(after).isNotEqualTo(before).doesNotContain("hush");
        assertThat(settings.open(type.id(), stored(after)))
                .isEqualTo(Map.of("uppercaseFirmwareVersions", "V1*", "token", "hush"));
        assertThat(reseal(values)).isZero();
    }

    @Test
    void settingsThatCannotBeOpenedStayAsTheyAre() throws Exception {
        DeviceTypeForm form = fleet.routerForm("a", "a", "/a");
        fleet.types.create(AUTHOR, form.withOptions(form.options().withProcedureSettings(Map.of("token", "hush"))));
        DeviceTypeView other = fleet.router("other");
        sql("update fleet_device_type set procedure_settings ="
                + " (select procedure_settings from fleet_device_type where name = 'a') where id = " + other.id());
        SealedValues values = new SealedSettings(transactions, new ProcedureSettings(encryption));
        rotate(values);
        assertThat(reseal(values)).isEqualTo(1);
        assertThat(reseal(values)).isZero();
    }

    private static Map<String, Object> stored(String json) {
        return new SettingsConverter().convertToEntityAttribute(json);
    }

    private static void rotate(SealedValues values) {
        transactions.run(() -> encryptionKeys.addDataKey(values.table()));
        encryptionKeys.settle();
    }

    private static int reseal(SealedValues values) {
        return transactions.call(() -> values.reseal(100));
    }
}
