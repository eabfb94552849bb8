package dev.twinstack.adapter.report.format;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Map;

/** The parts of a SARIF document that a report has, by the names of OASIS SARIF 2.1.0; what is null is left out. */
record SarifLog(@SerializedName("$schema") String schema, String version, List<Run> runs) {
    record Run(
            Tool tool, List<Invocation> invocations, Map<String, Artifact> originalUriBaseIds, List<Result> results) {}

    record Tool(Driver driver) {}

    record Driver(String name, String version, List<Rule> rules) {}

    record Rule(String id, Message shortDescription) {}

    record Message(String text) {}

    record Invocation(
            boolean executionSuccessful,
            String commandLine,
            Long processId,
            Integer exitCode,
            String exitSignalName,
            String endTimeUtc) {}

    record Artifact(String uri, String uriBaseId) {}

    record Result(
            String ruleId,
            int ruleIndex,
            String level,
            Message message,
            List<Location> locations,
            List<Stack> stacks,
            Map<String, String> partialFingerprints) {}

    record Stack(Message message, List<Frame> frames) {}

    record Frame(Location location, String module, int threadId) {}

    record Location(PhysicalLocation physicalLocation, List<LogicalLocation> logicalLocations) {}

    record PhysicalLocation(Artifact artifactLocation, Region region) {}

    record Region(int startLine, Message snippet) {}

    record LogicalLocation(String fullyQualifiedName, String kind) {}
}
