package dev.twinstack.adapter.attach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewProcessTest {
    @ParameterizedTest
    @CsvSource({
        "server, server, /opt/server, true",
        "server, other, /opt/server -x, true",
        "a-very-long-name-indeed, a-very-long-nam, ./run, true",
        "a-very-long-nam, a-very-long-nam, ./run, true",
        "job.py, python3, /usr/bin/python3 -X dev /srv/job.py now, true",
        "pytest, python3.11, python3.11 -m pytest tests, true",
        "python3, python3, python3 job.py, true",
        "now, python3, python3 job.py now, false",
        "job.py, vi, vi job.py, false",
        "serv, server, /opt/server, false"
    })
    void aProcessGoesByItsCommandItsFileOrItsScript(String name, String comm, String command, boolean named) {
        assertThat(NewProcess.isNamed(name, comm, List.of(command.split(" ")))).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/job.py, python3 -X dev /srv/job.py now, true",
        "/srv/job.py, python3 job.py, true",
        "/srv/job.py, python3 ../srv/./job.py, true",
        "/srv/a/job.py, python3 job.py, false",
        "/srv/job.py, vi job.py, false",
        "/usr/bin/python3.11, python3 job.py, true",
        "/srv/run, ./run, true",
        "/srv/python3, python3 job.py, false"
    })
    void aPathIsComparedAsAPath(String path, String command, boolean meant) {
        Path exe = Path.of("/usr/bin/python3.11");
        assertThat(NewProcess.isAt(path, exe, Path.of("/srv"), List.of(command.split(" "))))
                .isEqualTo(meant);
    }
}
