package dev.twinstack.adapter.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What systemd 257's coredumpctl has said, in the user's words; {@code bin/test-distributions} asks the real one. */
class CoredumpctlReportTest {
    private static final String ENTRY = """
                       PID: 5678 (segv)
                       UID: 0 (root)
                    Signal: 11 (SEGV)
                 Timestamp: Sun 2026-11-22 05:22:26 UTC (186ms ago)
              Command Line: /tmp/segv
                   Storage: /var/lib/systemd/coredump/core.segv.0.9f9b.5678.1795324946297414.xz (present)
                   Message: Process 5678 (segv) of user 0 dumped core.

                            Stack trace of thread 5678:
                            #0  0x000055d5c6a4b139 main (segv + 0x1139)
            """.indent(1);

    @Test
    void theCoreFileThatWasFoundIsNamed() {
        assertThat(CoredumpctlReport.of(ENTRY).found())
                .hasValue(
                        "The core file is of process 5678 (segv), which ended on Sun 2026-11-22 05:22:26 UTC (186ms ago).");
    }

    @Test
    void ofSeveralTheNewestIsTaken() {
        assertThat(CoredumpctlReport.of(ENTRY + "More than one entry matches, ignoring rest.\n")
                        .found())
                .hasValueSatisfying(told ->
                        assertThat(told).endsWith("ago), the newest of several; 'coredumpctl list' shows the others."));
    }

    @Test
    void whereNoneMatchesTheListIsNamed() {
        assertThat(CoredumpctlReport.of("No match found.\n").found()).isEmpty();
        assertThat(CoredumpctlReport.of("No match found.\n").why())
                .isEqualTo("No match found. 'coredumpctl list' shows the core files that systemd has");
    }

    @Test
    void aFileThatWasRemovedIsNoLongerThere() {
        assertThat(why("Cannot access \"/var/lib/systemd/coredump/core.segv.xz\": No such file or directory"))
                .startsWith(
                        "that of process 5678 (segv), which ended on Sun 2026-11-22 05:22:26 UTC (186ms ago), is no longer there");
    }

    @Test
    void whatFailsBesideTheFile() {
        assertThat(why("Failed to open /var/lib/systemd/coredump/core.segv.xz: Permission denied\n"
                        + "Failed to acquire bus: No such file or directory"))
                .contains("is another user's");
    }

    @Test
    void anotherUsersFileIsDumpedBySudo() {
        assertThat(why("Failed to open /var/lib/systemd/coredump/core.segv.xz: Permission denied"))
                .startsWith(
                        "that of process 5678 (segv) is another user's; run 'sudo coredumpctl dump 5678 --output=FILE'");
    }

    @Test
    void aJournalThatTheUserMayNotRead() {
        String hint = """
                Hint: You are currently not seeing messages from other users and the system.
                      Users in groups 'adm', 'systemd-journal' can see all messages.
                      Pass -q to turn off this notice.
                No journal files were opened due to insufficient permissions.
                """;
        assertThat(CoredumpctlReport.of(hint).why())
                .startsWith(
                        "Hint: You are currently not seeing messages from other users and the system. No journal files were");
    }

    private static String why(String complaint) {
        return CoredumpctlReport.of(ENTRY + complaint + "\n").why();
    }
}
