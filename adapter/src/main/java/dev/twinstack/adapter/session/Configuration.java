package dev.twinstack.adapter.session;

import dev.twinstack.adapter.breakpoints.BreakpointRequests;
import dev.twinstack.adapter.client.SourceMap;
import dev.twinstack.adapter.dap.Events;
import dev.twinstack.adapter.evaluation.PythonCode;
import dev.twinstack.adapter.launch.LaunchArguments;
import dev.twinstack.adapter.launch.Settings;
import dev.twinstack.adapter.modules.Modules;
import dev.twinstack.adapter.stack.MergedStack;

/** Hands the attributes of launch.json to the concerns that they are about, before a program is prepared. */
public final class Configuration {
    private final Events events;
    private final SourceMap sourceMap;
    private final MergedStack stack;
    private final BreakpointRequests breakpoints;
    private final PythonCode pythonCode;
    private final Modules modules;

    public Configuration(
            Events events,
            SourceMap sourceMap,
            MergedStack stack,
            BreakpointRequests breakpoints,
            PythonCode pythonCode,
            Modules modules) {
        this.events = events;
        this.sourceMap = sourceMap;
        this.stack = stack;
        this.breakpoints = breakpoints;
        this.pythonCode = pythonCode;
        this.modules = modules;
    }

    void apply(LaunchArguments wanted) {
        Settings settings = wanted.settings();
        settings.warnings().forEach(events::tell);
        sourceMap.use(settings.sourceMap(), settings.cwd());
        stack.show(settings.frameView());
        breakpoints.refuseAll(wanted.breakpointRefusal());
        breakpoints.recorded(settings.reverseDebugging() != null);
        pythonCode.limit(settings.evaluationTimeout());
        modules.clear();
    }
}
