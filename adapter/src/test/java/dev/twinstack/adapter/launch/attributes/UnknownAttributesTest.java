package dev.twinstack.adapter.launch.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How near a name must be to one that is known: three letters at most, and half of its own. */
class UnknownAttributesTest {
    @ParameterizedTest
    @CsvSource({
        "stopAtExit, stopOnExit", // two replaced
        "STOPONEXIT, stopOnExit", // only in capitals
        "pOnExit, stopOnExit", // three are missing at the beginning
        "stopOnE, stopOnExit", // and at the end
        "theStopOnExit, stopOnExit", // three too many
        "stopOnExitsss, stopOnExit",
        "xtopxnExix, stopOnExit", // three replaced
        "stxpOnExits, stopOnExit",
        "cat, cut", // one, and half of three letters is one
        "cu, cut",
        "cots, cut", // two, and half of four letters is two
    })
    void isNear(String name, String known) {
        assertThat(warnings(name, known))
                .containsExactly(
                        "The attribute '" + name + "' is not known and has no effect. Did you mean '" + known + "'?");
        assertThat(UnknownAttributes.meant(attributes(name), List.of("zebra", known)))
                .isEqualTo(" Did you mean '" + known + "' by '" + name + "'?");
    }

    @ParameterizedTest
    @CsvSource({
        "xtopxnExixs, stopOnExit", // four
        "OnExit, stopOnExit",
        "overstopOnExit, stopOnExit",
        "cuter, cat", // three, and half of five letters is two
        "cta, cat", // two, and half of three letters is one
        "c, ca"
    })
    void isNotNear(String name, String known) {
        assertThat(warnings(name, known))
                .containsExactly("The attribute '" + name + "' is not known and has no effect.");
        assertThat(UnknownAttributes.meant(attributes(name), List.of(known))).isEmpty();
    }

    @Test
    void theNearestIsMeant() {
        assertThat(warnings("programs", "progress", "program", "programmer"))
                .containsExactly("The attribute 'programs' is not known and has no effect. Did you mean 'program'?");
    }

    private static List<String> warnings(String name, String... known) {
        Attributes attributes = attributes(name);
        attributes.flag(known);
        return UnknownAttributes.warnings(attributes);
    }

    private static Attributes attributes(String name) {
        return new Attributes(Map.of(name, true));
    }
}
