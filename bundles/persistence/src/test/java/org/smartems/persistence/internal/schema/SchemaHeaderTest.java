// SPDX-License-Identifier: Apache-2.0
package org.smartems.persistence.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaHeaderTest {

    @Test
    void readsNameAlone() {
        SchemaHeader header = SchemaHeader.parse(" fleet ");
        assertThat(header.name()).isEqualTo("fleet");
        assertThat(header.after()).isEmpty();
    }

    @Test
    void readsOneName() {
        assertThat(SchemaHeader.parse("fleet;after=platform").after()).containsExactly("platform");
        assertThat(SchemaHeader.parse("fleet; after = \"platform\"").after()).containsExactly("platform");
    }

    @Test
    void readsSeveralNames() {
        assertThat(SchemaHeader.parse("vpn;after=\"platform, fleet\"").after()).containsExactly("platform", "fleet");
        assertThat(SchemaHeader.parse("vpn;after=a;after=\"b\"").after()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";after=a",
                "Fleet",
                "1fleet",
                "fleet-log",
                "fleet;",
                "fleet;before=a",
                "fleet;after",
                "fleet;after=",
                "fleet;after=\"a,,b\"",
                "fleet;after=a=b",
                "fleet;after=\"a",
                "fleet;after=fleet",
                "fleet;after=a,b",
                "fleet,platform",
                "fleet;after=\"a;drop\"",
                "a23456789012345678901234567890123456789012"
            })
    void refuses(String header) {
        assertThatThrownBy(() -> SchemaHeader.parse(header)).isInstanceOf(IllegalArgumentException.class);
    }
}
