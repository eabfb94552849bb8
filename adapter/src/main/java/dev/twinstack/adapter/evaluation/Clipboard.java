package dev.twinstack.adapter.evaluation;

import dev.twinstack.adapter.dap.UserError;
import dev.twinstack.adapter.evaluation.EvaluationOperations.WholeText;
import dev.twinstack.adapter.stack.Frame;

/** Values in full, for a client that copies them (DAP: evaluate with the context {@code clipboard}); read in pages, however long they are. */
final class Clipboard {
    private Clipboard() {}

    /** The text of a value, a Python str without its quotes; a text that is cut says how long it is. */
    static String copy(EvaluationOperations operations, Frame frame, String expression) {
        WholeText whole = frame instanceof Frame.Python python
                ? operations.wholeText(python, expression)
                : operations.nativeWholeText((Frame.Native) frame, expression);
        String text = read(operations, whole);
        return whole.total() == whole.length()
                ? text
                : text + "… (the first " + whole.length() + " of " + whole.total()
                        + " characters; a greater maxStringLength gives more)";
    }

    private static String read(EvaluationOperations operations, WholeText whole) {
        StringBuilder text = new StringBuilder(whole.text());
        int read = characters(whole.text());
        while (read < whole.length()) {
            String page = operations.keptText(whole.handle(), read, whole.length() - read);
            if (page.isEmpty()) {
                throw new UserError("The value ended while it was read; ask for it again.");
            }
            text.append(page);
            read += characters(page);
        }
        return text.toString();
    }

    private static int characters(String page) {
        return page.codePointCount(0, page.length());
    }
}
