// SPDX-License-Identifier: Apache-2.0
package org.smartems.device.endpoint.internal.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.smartems.device.endpoint.recording.RecordingOrder;

class RecordingAuditTest {

    private static final Pattern TEXT = Pattern.compile("decode\\('([0-9a-f]*)', 'hex'\\)");

    @Test
    void leavesTheQuotingOfAnyNameToTheDatabase() {
        String name = "Tab\there, break\nthere, \"quoted\" \\ 'quoted' ?";
        RecordingOrder order = new RecordingOrder(7, 5, Duration.ofMinutes(3), "");
        String sql = RecordingAudit.entity(name, order, Path.of("/r/a b")).sql();
        assertThat(TEXT.matcher(sql).results().map(text -> decoded(text.group(1))))
                .containsExactly(name, "/r/a b");
        assertThat(sql).contains("'count', 5", "'minutes', 3").containsOnlyOnce("?");
    }

    private static String decoded(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }
}
