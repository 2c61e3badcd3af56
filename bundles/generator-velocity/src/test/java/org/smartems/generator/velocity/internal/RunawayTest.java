// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartems.spi.config.CompiledConfig;
import org.smartems.spi.config.ConfigException;

/**
 * Operations repeated on the largest texts and lists that there can be: whatever one costs, the time is over soon after
 * the limit. Measured is the time that the thread was given; many times the limit leave room for code that the JVM has
 * not compiled yet.
 */
class RunawayTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LIMIT = 5;
    private static final Duration MOST = Duration.ofMillis(400);
    private static final int SIZE = 1 << 18;
    private static final Map<String, Object> VALUES = values();
    private static final VelocityGenerator GENERATOR = new VelocityGenerator(Meter.COMPILE_MILLIS, LIMIT);

    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("a", "a".repeat(SIZE));
        values.put("b", "a".repeat(SIZE / 2) + "b");
        values.put("c", "b" + "a".repeat(SIZE / 2));
        values.put("d", "1".repeat(SIZE));
        values.put("t", "\u0001".repeat(SIZE));
        values.put("u", "\u00e4".repeat(SIZE));
        values.put("h", "<".repeat(SIZE));
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < 20_000; i++) {
            list.add(i);
        }
        values.put("l", list);
        values.put("m", Map.of("k".repeat(SIZE), list, "q", 1L));
        values.put("n", Map.of("k".repeat(SIZE), list, "q", 1L));
        return values;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$a.contains($b)",
                "$a.indexOf($b)",
                "$a.lastIndexOf($c)",
                "$a.lastIndexOf($b)",
                "$a.startsWith($b)",
                "$a.endsWith($c)",
                "$a.replace($b, 'x')",
                "$a.replace('a', $b)",
                "$a.replace('aaaaab', '')",
                "$a.split($b)",
                "$a.split('a')",
                "$a.split('aaaaab')",
                "$a.equals($b)",
                "$a.equalsIgnoreCase($d)",
                "$a.compareTo($b)",
                "$a.toUpperCase()",
                "$u.toLowerCase()",
                "$a.concat($b)",
                "$a.trim()",
                "$a.isBlank()",
                "$a.substring(1)",
                "$a.charAt(5)",
                "$a.length()",
                "$a.toString()",
                "$l.contains('x')",
                "$l.indexOf($a)",
                "$l.subList(0, 9000)",
                "$l.size()",
                "$l.toString()",
                "$l.get(7)",
                "$m.keySet()",
                "$m.values()",
                "$m.entrySet()",
                "$m.get($a)",
                "$m.containsKey($a)",
                "$m.equals($n)",
                "$m.get($d)",
                "$m.toString()",
                "$esc.json($t)",
                "$esc.toJson($t)",
                "$esc.toJson($l)",
                "$esc.quoted($a)",
                "$esc.line($a)",
                "$esc.shell($a)",
                "$esc.url($u)",
                "$esc.xml($h)",
                "$esc.html($a)",
                "$a + $b",
                "$a == $b",
                "$l == $m",
                "$d == 1",
                "$m == $n",
                "$l == $a",
                "$a != $d",
                "[$l, $a]",
                "{'x': $l}",
                "[1..90000]",
                "\"$a$b\"",
                "\"$l\"",
                "!$a",
                "$a && $b"
            })
    void endsOperations(String expression) throws ConfigException {
        rendersInTime("#foreach($i in [1..90000])#if(" + expression + ")#end#end");
        rendersInTime("#foreach($i in [1..90000])#set($x = " + expression + ")#end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#foreach($i in [1..90000])%s#end",
                "#macro(m)%s#end#foreach($i in [1..90000])#m()#end",
                "#define($d)%s#end#foreach($i in [1..90000])$d#end",
                "#foreach($i in [1..90000])#foreach($j in $l)#break#end#end",
                "#macro(m $x)$x#end#foreach($i in [1..90000])#m($l)#end",
                "#macro(m)$bodyContent#end#foreach($i in [1..90000])#@m()%s#end#end"
            })
    void endsDirectives(String shape) throws ConfigException {
        rendersInTime(shape.replace("%s", "#if(1 + 1 == 2)#end#if(false)#end".repeat(600)));
    }

    private static void rendersInTime(String source) throws ConfigException {
        CompiledConfig config = GENERATOR.compile(source);
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            config.render(VALUES);
        } catch (ConfigException e) {
            assertThat(e.line()).as(e.getMessage()).isEqualTo(1);
        }
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start)).isLessThan(MOST);
    }
}
