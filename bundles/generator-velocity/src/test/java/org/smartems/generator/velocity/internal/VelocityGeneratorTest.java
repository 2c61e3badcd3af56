// SPDX-License-Identifier: Apache-2.0
package org.smartems.generator.velocity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartems.spi.config.ConfigException;
import org.smartems.spi.config.ConfigGenerator;
import org.smartems.testing.contract.ConfigGeneratorContract;

class VelocityGeneratorTest implements ConfigGeneratorContract {

    private static final VelocityGenerator GENERATOR = new VelocityGenerator();

    @Override
    public ConfigGenerator generator() {
        return GENERATOR;
    }

    @Override
    public String output(String variable) {
        return "${" + variable + "}";
    }

    @Override
    public boolean isLenient() {
        return true;
    }

    @Override
    public String broken() {
        return "#if($name)never closed";
    }

    @Override
    public Optional<String> endless() {
        return Optional.of("#macro(f)#foreach($i in [1..1000])#f()#end#end#f()");
    }

    private static String render(String source, Map<String, Object> variables) throws ConfigException {
        return GENERATOR.compile(source).render(variables);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '`',
            value = {
                "$name ${name}x $map.k ${map.get('k')} $list[0] $list[-1] $list.get(1) => r1 r1x v v a c b",
                "#set($a = 1 + 2 * 3)$a #set($b = 7 / 2)$b #set($c = 7 % 3)$c #set($d = -$a)$d => 7 3 1 -7",
                "#set($a = 'x' + 1 + 2)$a #set($b = \"$name-$number\")$b #set($c = 1.5 * 2)$c => x12 r1-42 3.0",
                "#if($number == 42)y#else n#end#if('42' == $number)y#end#if($name == 'r1' && !$no)y#end => yyy",
                "#if($number > 41 || $missing)y#end#if($missing)n#{else}y#end#if($empty)n#{else}y#end => yyy",
                "#foreach($x in $list)$foreach.count:$x#if($foreach.hasNext),#end#end => 1:a,2:b,3:c",
                "#foreach($v in $map)$v#end#foreach($e in $map.entrySet())$e.key=$e.value#end => vk=v",
                "#foreach($x in [])x#{else}none#end#foreach($i in [1..3])$i#end => none123",
                "#foreach($i in [3..1])$i#end#foreach($i in [2..2])$i#end => 3212",
                "#foreach($x in $list)#if($x == 'b')#break#end$x#end => a",
                "#macro(vlan $id $tag)vlan $id/$tag#end#vlan(1 'x');#vlan(2 $name) => vlan 1/x;vlan 2/r1",
                "#define($block)<$name>#end$block$block => <r1><r1>",
                "#macro(wrap)[$bodyContent]#end#@wrap()in $name#end => [in r1]",
                "$name.toUpperCase() $name.length() $list.size() => R1 2 3",
                "$name.replace('r', 'R') $name.split('1')[0] $name.substring(1) => R1 r 1",
                "$list $map ${missing|'standard'} \\$name #[[$name]]# => [a, b, c] {k=v} standard $name $name",
                "<$!nothing><$!{nothing}> => <><>",
                "$1$abc $1$ # x #1.## comment => $1$abc $1$ # x #1."
            })
    void speaksVelocity(String source, String expected) throws ConfigException {
        Map<String, Object> variables = new HashMap<>(Map.of("name", "r1", "number", 42L, "no", false, "empty", ""));
        variables.put("list", List.of("a", "b", "c"));
        variables.put("map", Map.of("k", "v"));
        variables.put("nothing", null);
        variables.put("abc", "$abc");
        assertThat(render(source, variables)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a\\n$missing|2|Variable $missing has not been set in \"Velocity template\" at line 2.",
                "\\n\\n$map.missing|3|Reference $map.missing evaluated to null when attempting to render in"
                        + " \"Velocity template\" at line 3.",
                "$name.lenght()|1|A text has no method lenght with 0 arguments in \"Velocity template\" at line 1.",
                "\\n$name.color|2|A text has no property color in \"Velocity template\" at line 2.",
                "#nope()|1|Macro '#nope' is not defined in \"Velocity template\" at line 1.",
                "#set($a = 1 / 0)|1|Division by zero in \"Velocity template\" at line 1.",
                "\\n#set($a = $name * 2)|2|$name is not a number in \"Velocity template\" at line 2.",
                "#set($map.k = 2)|1|What is in a variable cannot be changed: #set takes a name only in"
                        + " \"Velocity template\" at line 1.",
                "#foreach($x in $name)$x#end|1|#foreach takes a list or a map, not a text in"
                        + " \"Velocity template\" at line 1.",
                "$list[9]|1|There is no element 9: there are 1 in \"Velocity template\" at line 1.",
                "\\n#parse('/etc/passwd')|2|#parse is not available in configs in \"Velocity template\" at line 2.",
                "#include('x')|1|#include is not available in configs in \"Velocity template\" at line 1.",
                "#if(true)#evaluate('x')#end|1|#evaluate is not available in configs in"
                        + " \"Velocity template\" at line 1.",
                "#set($x = \"#evaluate('x')\")|1|#evaluate is not available in configs in"
                        + " \"Velocity template\" at line 1.",
                "#if($name)x|1|The text ends where more is expected, such as #end in"
                        + " \"Velocity template\" at line 1.",
                "x\\n\\\\#if\\\\#if|2|There is a character that cannot stand where it is in"
                        + " \"Velocity template\" at line 2.",
                "x\\n#set($a = )|2|Encountered \")\" in \"Velocity template\" at line 2."
            })
    void namesLineAndCause(String source, int line, String message) {
        Map<String, Object> variables = Map.of("name", "r1", "map", Map.of("k", 1L), "list", List.of(1L));
        assertThatThrownBy(() -> render(source.replace("\\n", "\n"), variables))
                .isInstanceOfSatisfying(ConfigException.class, e -> {
                    assertThat(e).hasMessage(message);
                    assertThat(e.line()).isEqualTo(line);
                });
    }

    @Test
    void previewsWhatIsMissingAsItStands() throws ConfigException {
        String source = "$missing|$!missing|${a.b}|$map.c.d|#if($missing)y#{else}n#end|${missing|'x'}|$map.k";
        Map<String, Object> variables = Map.of("map", Map.of("k", "v"));
        assertThat(GENERATOR.compileLenient(source).render(variables)).isEqualTo("$missing||${a.b}|$map.c.d|n|x|v");
        assertThatThrownBy(() -> GENERATOR.compile(source).render(variables)).isInstanceOf(ConfigException.class);
    }

    @Test
    void escapesForTheSyntaxOfTheConfig() throws ConfigException {
        Map<String, Object> variables =
                Map.of("v", "a'b\"c\\d\n<&>", "w", "it's \"x\"", "m", Map.of("k", List.of(1L, true)));
        assertThat(render("$esc.json($v)", variables)).isEqualTo("a'b\\\"c\\\\d\\n<&>");
        assertThat(render("$esc.toJson($m) $esc.toJson($w)", variables))
                .isEqualTo("{\"k\":[1,true]} \"it's \\\"x\\\"\"");
        assertThat(render("$esc.shell($w) $esc.quoted($w)", variables))
                .isEqualTo("'it'\\''s \"x\"' \"it's \\\"x\\\"\"");
        assertThat(render("$esc.xml($w) $esc.url($w) $esc.d$esc.h", variables))
                .isEqualTo("it&#39;s &quot;x&quot; it%27s%20%22x%22 $#");
        assertThat(render("$esc.line($w)", variables)).isEqualTo("it's \"x\"");
    }

    @Test
    void letsNoValueBeginALineOfItsOwn() {
        for (String call : List.of("line", "quoted")) {
            assertThatThrownBy(() -> render("description $esc." + call + "($v)", Map.of("v", "x\nreload")))
                    .hasMessageContaining("The value does not fit into a line: it has U+000A");
        }
    }

    @Test
    void keepsWhatATextDefinesToItself() throws ConfigException {
        GENERATOR.compile("#macro(secret)s#end#set($a = 1)#secret()").render(Map.of());
        assertThatThrownBy(() -> render("#secret()", Map.of())).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> render("$a", Map.of())).isInstanceOf(ConfigException.class);
    }

    @Test
    void takesNoOtherValuesThanThoseOfTheContract() {
        assertThatThrownBy(() -> render("x", Map.of("thread", Thread.currentThread())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
