package dev.twinstack.adapter.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinstack.adapter.dap.UserError;
import java.util.List;
import org.eclipse.lsp4j.debug.ExceptionBreakpointsFilter;
import org.junit.jupiter.api.Test;

/** What of the filters can be known without a program. */
class ExceptionFiltersTest {
    @Test
    void whatRunsCodeInTheProgramIsOffByDefault() {
        assertThat(ExceptionFilters.all())
                .filteredOn(each -> PythonExceptions.isOne(new ExceptionOperations.Filter(each.getFilter(), null)))
                .hasSize(3)
                .noneMatch(ExceptionBreakpointsFilter::getDefault_);
    }

    @Test
    void whatFailsInPythonIsSaidOfItsFiltersAlone() {
        PythonExceptions python = new PythonExceptions(null, null, new ShownBreakpoints(null, null, null), () -> {
            throw new UserError("The program is busy.");
        });
        List<ExceptionOperations.Filter> wanted =
                List.of(new ExceptionOperations.Filter(PythonExceptions.RAISED, null));
        assertThat(python.set(wanted)).containsExactly(ShownBreakpoints.refused("The program is busy."));
    }
}
