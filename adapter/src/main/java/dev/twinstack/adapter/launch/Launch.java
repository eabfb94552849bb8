package dev.twinstack.adapter.launch;

import dev.twinstack.adapter.dap.UserError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program to start.
 *
 * @param program a Python file or a native program, or null
 * @param module name of a Python module, as for {@code python -m}, or null
 * @param code Python source, as for {@code python -c}, or null
 * @param python the interpreter, or null for {@code python3} of PATH
 * @param environment what is set ({@code null} value: unset) on top of the adapter's own environment
 * @param debugging false for {@code noDebug}, with which a program runs and stops at no breakpoint
 */
public record Launch(
        String program,
        String module,
        String code,
        String python,
        List<String> pythonArgs,
        List<String> args,
        Map<String, String> environment,
        boolean stopOnEntry,
        boolean debugging,
        Settings settings)
        implements LaunchArguments {
    /** GDB records no AVX and no XSAVE: the C library is to choose functions without them, and to bind all symbols before (glibc 2.33 on). */
    private static final Map<String, String> RECORDABLE = Map.of(
            "LD_BIND_NOW",
            "1",
            "GLIBC_TUNABLES",
            "glibc.cpu.hwcaps=-AVX,-AVX2,-AVX512F,-AVX512VL,-AVX512BW,-XSAVE,-XSAVEC,-ERMS");

    static Launch read(Attributes attributes) {
        Map<String, String> environment = environment(attributes);
        Launch read = new Launch(
                attributes.text("program").orElse(null),
                attributes.text("module").orElse(null),
                attributes.text("code").orElse(null),
                attributes.text("python").orElse(null),
                attributes.texts("pythonArgs"),
                attributes.texts("args", "arguments"),
                environment,
                attributes.flag("stopOnEntry", "stopAtEntry"),
                !attributes.flag("noDebug"),
                Settings.read(attributes));
        if (read.settings().reverseDebugging() != null) {
            RECORDABLE.forEach(environment::putIfAbsent);
        }
        return read.checked();
    }

    static Map<String, String> environment(Attributes attributes) {
        Map<String, String> environment = new LinkedHashMap<>(attributes.environment("environment"));
        environment.putAll(attributes.environment("env"));
        return environment;
    }

    @Override
    public String breakpointRefusal() {
        return debugging ? null : "The program runs without debugging.";
    }

    private Launch checked() {
        long targets = List.of(program != null, module != null, code != null).stream()
                .filter(given -> given)
                .count();
        if (targets != 1) {
            throw new UserError("A launch needs exactly one of 'program', 'module' and 'code', but " + targets
                    + " are given; keep the one to debug.");
        }
        return this;
    }
}
