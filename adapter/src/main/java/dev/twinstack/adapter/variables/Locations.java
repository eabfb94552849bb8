package dev.twinstack.adapter.variables;

import dev.twinstack.adapter.client.ClientFormat;
import dev.twinstack.adapter.client.Handles;
import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.stack.Sources;
import dev.twinstack.adapter.variables.LocationOperations.SourceLocation;
import org.eclipse.lsp4j.debug.LocationsArguments;
import org.eclipse.lsp4j.debug.LocationsResponse;
import org.eclipse.lsp4j.debug.Source;

/**
 * The sources that values lead to: the definition of a function, the C function of a built-in one, the line at which a generator stands. Nothing is looked
 * for before a client asks; the numbers by which it asks are valid until the program runs on.
 */
final class Locations {
    private final LocationOperations operations;
    private final ClientFormat format;
    private final Sources sources;
    private final Handles<HelperVariable> values = new Handles<>("location reference", "variables");

    Locations(LocationOperations operations, ClientFormat format, Sources sources) {
        this.operations = operations;
        this.format = format;
        this.sources = sources;
    }

    /** The number by which the client asks where a value is defined; null for a value that is defined nowhere. */
    Integer referenceTo(HelperVariable told, int thread) {
        if (!told.located() && told.code() == null) {
            return null;
        }
        return values.to(thread, told);
    }

    /** DAP: locations. Throws {@link UserError} with the reason when the place is not known. */
    LocationsResponse locations(LocationsArguments arguments) {
        HelperVariable value = values.get(arguments.getLocationReference());
        SourceLocation found =
                value.located() ? operations.location(value.object()) : operations.codeLocation(value.code());
        LocationsResponse response = new LocationsResponse();
        response.setSource(source(found));
        response.setLine(format.line(line(found)));
        return response;
    }

    private Source source(SourceLocation found) {
        Source source = sources.of(found.file());
        if (source.getPath() == null && source.getSourceReference() == null) {
            throw new UserError(
                    "The source " + found.file() + " is no file: its line " + found.line() + " cannot be opened.");
        }
        return source;
    }

    private int line(SourceLocation found) {
        return found.keyword() == null
                ? found.line()
                : sources.definition(found.file(), found.line(), found.keyword(), found.name());
    }

    /** Forgets the references to values of a thread that runs on; 0: all. */
    void forget(int thread) {
        values.forget(thread);
    }
}
