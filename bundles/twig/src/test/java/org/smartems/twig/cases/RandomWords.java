// SPDX-License-Identifier: Apache-2.0
package org.smartems.twig.cases;

import java.util.List;

/** What random templates are made of. */
final class RandomWords {

    static final List<String> NAMES =
            words("a ; b ; f ; s ; t ; d ; a ; s ; d ; t ; e ; n ; yes ; no ; l ; w ; m ; r ; z ; x ; i ; missing");
    static final List<String> LITERALS =
            words("0 ; 1 ; 2 ; 7 ; -4 ; 1.5 ; 0.1 ; 100 ; 'a' ; 'abc' ; '' ; '0' ; '12' ; ' 7' ; '1e1' ; '<b>&' ; "
                    + "\"q #{a} r\" ; true ; false ; null ; [] ; [1, 2] ; ['b', 'a'] ; {k: 1} ; {a: 1, b: [2]} ; "
                    + "'\u00e4\u00f6'");
    static final List<String> OPERATORS = words(
            "~ ; ~ ; == ; and ; or ; + ; - ; * ; / ; // ; % ; ~ ; == ; != ; < ; > ; <= ; >= ; <=> ; and ; or ; in ; "
                    + "not in ; starts with ; ends with ; b-and ; b-or ; ..");
    static final List<String> FILTERS =
            words("upper ; lower ; title ; capitalize ; trim ; length ; first ; last ; reverse ; keys ; sort ; "
                    + "join ; join(',') ; join(', ', ' and ') ; abs ; round ; round(1) ; round(1, 'floor') ; "
                    + "number_format ; number_format(2) ; number_format(2, ',', '.') ; default('d') ; json_encode ; "
                    + "raw ; e ; e('js') ; e('html_attr') ; url_encode ; slice(1) ; slice(0, 2) ; slice(-2) ; "
                    + "slice(1, 1, true) ; batch(2)|json_encode ; merge([9]) ; merge({q: 1}) ; split('') ; "
                    + "split(',') ; split('b', 2) ; replace({a: 'x', b: 'yy'}) ; format(1, 'z') ; striptags ; nl2br ; "
                    + "spaceless ; column('n') ; filter(v => v) ; filter(v => v > 1) ; reduce((c, v) => c ~ v) ; "
                    + "sort((p, q) => q <=> p) ; trim('a')");
    static final List<String> TESTS =
            words("defined ; not defined ; null ; empty ; even ; odd ; iterable ; same as(5) ; divisible by(2) ; "
                    + "none ; not empty");

    static final List<String> ARROWS =
            words("|map(v => v) ; |map((v, k) => k ~ 1) ; |map(v => [v]) ; |filter((v, k) => k) ; |map(v => v ~ a)|join"
                    + " ; |filter(v => x is defined) ; |sort((p, q) => q <=> p)|first"
                    + " ; |reduce((c, v, k) => c ~ k ~ v, '') ; |map(v => [1]|map(w => w ~ v)|join)");
    static final List<String> TEXTS = List.of("text ", " ", "\n", "  x\n", "{ } % #", "\u00fc", "\n  y  \n", "<b> <i>");
    static final List<String> APPLIED =
            words("upper ; lower|title ; length ; spaceless ; e ; trim|e('js') ; nl2br ; striptags"
                    + " ; replace({a: 'b', '<': ''}) ; split('')|join('-') ; url_encode ; raw ; default('empty')"
                    + " ; slice(1, 3)|reverse");
    static final List<String> OTHER_TAGS = List.of(
            "{# a {{ b }} #}",
            " {#- x -#} ",
            "{% verbatim %}{{ a }} {% if %}{% endverbatim %}\n",
            "{%- flush -%}",
            "{% set q = block('b0') is defined %}",
            "{{ block('b0') is defined ? block('b0') }}",
            "{{ _self }}",
            "{{ _context|keys|sort|join(' ') }}",
            "{{ loop is defined }}");
    static final List<String> LOOP = List.of(
            "{{ loop.index }}",
            "{{ loop.last ? '.' : ',' }}",
            "{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.length }}",
            "{{ loop.parent.loop.index ?? 'top' }}",
            "{{ loop.parent.a|default('none')|json_encode }}",
            "",
            "",
            "");
    static final List<String> CALLS = List.of(
            "mac.m(?)",
            "mac.m(?, ?, ?, ?, 4)",
            "mac.m(?, ?)",
            "far(?)",
            "far()",
            "_self.own(?)",
            "_self.own(?, ?)",
            "_self.own()",
            "mac.none(1)");

    private RandomWords() {}

    private static List<String> words(String text) {
        return List.of(text.split(" ; "));
    }
}
