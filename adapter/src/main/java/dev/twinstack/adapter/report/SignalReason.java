package dev.twinstack.adapter.report;

import dev.twinstack.adapter.crash.CrashFacts;
import dev.twinstack.adapter.report.model.Reason;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.debug.ExceptionDetails;
import org.eclipse.lsp4j.debug.ExceptionInfoResponse;

/** The reason of a crash by a signal, out of what the helpers and DAP's {@code exceptionInfo} tell. */
final class SignalReason {
    private SignalReason() {}

    static Reason of(CrashFacts facts, ExceptionInfoResponse info) {
        CrashFacts.Signal signal = facts.signal() == null
                ? new CrashFacts.Signal(info.getExceptionId(), described(info), null, null, null)
                : facts.signal();
        return new Reason(
                Reason.SIGNAL,
                signal.name(),
                Stream.of(signal.meaning(), signal.sender(), facts.signal() == null ? null : said(info.getDetails()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; ")),
                signal.code(),
                signal.address(),
                facts.mapping(),
                facts.unmapped(),
                facts.instruction(),
                uncaught(info.getDetails()));
    }

    /** The description without the signal's name, which stands before it. */
    private static String described(ExceptionInfoResponse info) {
        String name = info.getExceptionId() + ": ";
        String text = info.getDescription();
        return text.startsWith(name) ? text.substring(name.length()) : text;
    }

    /** What the C library said before it aborted. */
    private static String said(ExceptionDetails details) {
        boolean isOfLibrary = details != null && details.getTypeName() == null && details.getMessage() != null;
        return isOfLibrary ? "it said: " + details.getMessage() : null;
    }

    /** The C++ exception for which the program was aborted. */
    private static List<CrashFacts.Raised> uncaught(ExceptionDetails details) {
        return details == null || details.getTypeName() == null
                ? List.of()
                : List.of(new CrashFacts.Raised(details.getTypeName(), details.getMessage()));
    }
}
