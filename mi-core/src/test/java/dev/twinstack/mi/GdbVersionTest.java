package dev.twinstack.mi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GdbVersionTest {
    @ParameterizedTest
    @CsvSource({
        "GNU gdb (Debian 13.1-3) 13.1,13,1,13.1",
        "GNU gdb (GDB) Red Hat Enterprise Linux 8.2-20.el8,8,2,8.2-20.el8",
        "GNU gdb (Ubuntu 12.1-0ubuntu1~22.04) 12.1,12,1,12.1",
        "GNU gdb (GDB) Fedora Linux 14.2-1.fc40,14,2,14.2-1.fc40",
        "GNU gdb (GDB; openSUSE Leap 15.6) 13.2,13,2,13.2",
        "GNU gdb (GDB) 16.0.50.20240801-git,16,0,16.0.50.20240801-git"
    })
    void readsWhatDistributionsPrint(String banner, int major, int minor, String text) {
        assertThat(GdbVersion.find("junk\n" + banner + "\nCopyright (C) 2023.1\n"))
                .contains(new GdbVersion(major, minor, text));
    }

    @Test
    void otherTextHasNone() {
        assertThat(GdbVersion.find("lldb version 19.1")).isEmpty();
        assertThat(GdbVersion.find("GNU gdb (nightly)")).isEmpty();
    }

    @Test
    void versionsAreComparedByNumber() {
        GdbVersion version = new GdbVersion(9, 1, "9.1");
        assertThat(version.isAtLeast(9, 1)).isTrue();
        assertThat(version.isAtLeast(8, 9)).isTrue();
        assertThat(version.isAtLeast(9, 2)).isFalse();
        assertThat(version.isAtLeast(10, 0)).isFalse();
    }
}
