package dev.twinstack.adapter.dsl;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The arguments of a {@code launch} or an {@code attach} request. */
public final class Launch {
    private final String request;
    private TestProgram program;
    private final JsonObject arguments = new JsonObject();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Launch(String request, TestProgram program) {
        this.request = request;
        this.program = program;
    }

    /** Runs the program's {@code main.py} under this Python, its extensions built without optimisation unless options say more. */
    public static Launch python(String name, Python python, String... compilerOptions) {
        return python(TestProgram.named(name), python, compilerOptions);
    }

    /** As {@link #python(String, Python, String...)}, for a program anywhere. */
    public static Launch python(TestProgram program, Python python, String... compilerOptions) {
        Path extensions = CCompiler.extensions(program, python, compilerOptions);
        Launch launch = new Launch("launch", program)
                .with("program", program.file("main.py").toString());
        launch.with("python", python.executable().toString());
        python.environment().forEach(launch::env);
        return launch.env("PYTHONPATH", extensions.toString()).env("PYTHONDONTWRITEBYTECODE", "1");
    }

    /** Runs the program's C or C++ files as one executable. */
    public static Launch executable(String name, String... compilerOptions) {
        return executable(TestProgram.named(name), compilerOptions);
    }

    /** As {@link #executable(String, String...)}, for a program anywhere. */
    public static Launch executable(TestProgram program, String... compilerOptions) {
        String file = CCompiler.executable(program, compilerOptions).toString();
        return new Launch("launch", program).with("program", file);
    }

    /** Attaches to a process that runs the program. */
    public static Launch attach(RunningProgram running) {
        return new Launch("attach", running.program()).with("processId", running.pid());
    }

    /** Attaches as further arguments say. */
    public static Launch attach(TestProgram program) {
        return new Launch("attach", program);
    }

    /** Debugs the program as further arguments say. */
    static Launch of(String request, TestProgram program) {
        return new Launch(request, program);
    }

    /** Opens the core file that a run of the program left. */
    public static Launch core(TestProgram program, Path core) {
        return new Launch("attach", program).with("coreFile", core.toString());
    }

    /** Passes these arguments to the program. */
    public Launch args(String... values) {
        return with("args", Arrays.asList(values));
    }

    /** Sets a variable of the program's environment. */
    public Launch env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Sets or replaces a launch argument of any kind. */
    public Launch with(String name, Object value) {
        JsonElement element = Json.object(name, value).get(name);
        arguments.add(name, element);
        return this;
    }

    Launch with(JsonObject more) {
        more.entrySet().forEach(entry -> arguments.add(entry.getKey(), entry.getValue()));
        return this;
    }

    /** Runs a copy of the program's file with this name. */
    public Launch named(String name) {
        return with("program", Files.copied(Path.of(path("program")), name).toString());
    }

    /** Breakpoints and expectations name the files of a copy of the program. */
    public Launch openedIn(TestProgram copy) {
        program = copy;
        return this;
    }

    /** Runs in the folder of the program's sources. */
    public Launch inItsFolder() {
        return with("cwd", program.folder().toString());
    }

    /** Leaves a launch argument away. */
    public Launch without(String name) {
        arguments.remove(name);
        return this;
    }

    /** The program, for marks and files. */
    public TestProgram program() {
        return program;
    }

    /** An argument that is a path. */
    public String path(String name) {
        return arguments.get(name).getAsString();
    }

    /** {@code launch} or {@code attach}. */
    public String request() {
        return request;
    }

    /** The variables that the program's environment gets. */
    public Map<String, String> environment() {
        return environment;
    }

    /** The program as a process of its own, without a debugger, that lives as long as the test wants. */
    public RunningProgram run() {
        return RunningProgram.start(program, arguments, environment);
    }

    /** The core file that the kernel writes when the program dies; the test is skipped where the kernel hands it to another program. */
    public Path dump() {
        return Cores.ofKernel(program, arguments, environment);
    }

    /** The request's arguments. */
    public JsonObject arguments() {
        JsonObject all = arguments.deepCopy();
        if (!environment.isEmpty()) {
            all.add("env", Json.object("env", environment).get("env"));
        }
        return all;
    }

    JsonObject arguments(Path logFile) {
        JsonObject all = arguments();
        all.addProperty("logFile", logFile.toString());
        return all;
    }
}
