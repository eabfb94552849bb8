package dev.twinstack.adapter.report.format;

import dev.twinstack.adapter.report.model.CrashReport;

/** The name in a JUnit file of the test that crashed; a test of pytest's has the name that pytest gives it there. */
record TestName(String className, String name) {
    static final String SUITE = "twinstack";

    static TestName of(CrashReport report) {
        String test = report.process().test();
        if (test == null) {
            return new TestName(SUITE, Headline.of(report));
        }
        int parameters = test.indexOf('[');
        int last = (parameters < 0 ? test : test.substring(0, parameters)).lastIndexOf("::");
        return last < 0
                ? new TestName(SUITE, test)
                : new TestName(classOf(test.substring(0, last)), test.substring(last + 2));
    }

    /** {@code tests/test_a.py::TestB} is {@code tests.test_a.TestB}. */
    private static String classOf(String module) {
        return module.replaceFirst("\\.py(?=::|$)", "").replace("::", ".").replace('/', '.');
    }
}
