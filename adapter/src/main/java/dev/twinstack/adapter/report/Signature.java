package dev.twinstack.adapter.report;

import dev.twinstack.adapter.report.model.CrashReport;
import dev.twinstack.adapter.report.model.FrameReport;
import dev.twinstack.adapter.report.model.ThreadReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What crashes of the same sort have in common, in 16 hexadecimal digits: a hash of what happened and of the names of the newest frames. Lines,
 * addresses, versions of libraries, arguments of templates and what compilers append to names are left out; so are frames of the C library, which has
 * symbols on some machines only, Python code of no file, by which pytest-xdist starts its workers, and the functions that end a program after a failure
 * was detected ({@code abort}, {@code std::terminate}).
 */
public final class Signature {
    private static final int FRAMES = 8;
    private static final int DIGITS = 16;

    /** Functions of the C and C++ libraries that end a program on behalf of their callers. */
    private static final Pattern ENDING =
            Pattern.compile("(__GI_)?_*(abort|raise|gsignal|pthread_kill(_.*)?|assert_(fail.*|perror_fail)"
                    + "|libc_(message|fatal).*|malloc_printerr|fortify_fail.*|chk_fail|stack_chk_fail.*|int_free|kill"
                    + "|terminate|verbose_terminate_handler|cxa_throw|cxa_rethrow|gxx_personality.*)|std::terminate.*|__cxxabiv1::.*|__gnu_cxx::.*"
                    + "|fatal_error.*|_?Py_FatalError.*");
    /** {@code .constprop.0}, {@code .isra.3}, {@code .cold}, and symbol versions as in {@code memcpy@GLIBC_2.14}. */
    private static final Pattern APPENDED = Pattern.compile("(\\.[a-z_]+(\\.\\d+)*)+$|@.*$| \\[unplaced]$");

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]+");
    private static final Pattern TEMPLATE = Pattern.compile("<[^<>]*>");
    private static final Pattern ARGUMENTS = Pattern.compile("\\(.*\\)");
    /** {@code libc.so.6} and {@code libc-2.31.so} are {@code libc}, {@code _core.cpython-311-x86_64-linux-gnu.so} is {@code _core}. */
    private static final Pattern LIBRARY = Pattern.compile("(-[0-9.]+)?(\\.cpython-[^.]*|\\.abi3)?\\.so(\\.[0-9.]+)?$");

    /** Files of the C library: glibc's and musl's. */
    private static final Pattern LIBC =
            Pattern.compile("lib(c|m|pthread)(-[0-9.]+)?\\.so.*|libc\\.musl-.*|ld-(linux|musl|[0-9]).*|linux-vdso.*");

    private Signature() {}

    /** Null where the thread that crashed has no frame. */
    public static String of(CrashReport report) {
        List<String> names = report.crashed().map(Signature::names).orElse(List.of());
        return names.isEmpty() ? null : hash(report.reason().name() + "\n" + String.join("\n", names));
    }

    private static List<String> names(ThreadReport thread) {
        List<FrameReport> telling = telling(thread.frames());
        List<FrameReport> ofFiles = telling.stream()
                .filter(frame -> !frame.isPython() || frame.file() != null)
                .toList();
        return (ofFiles.isEmpty() ? telling : ofFiles)
                .stream().limit(FRAMES).map(Signature::name).collect(Collectors.toList());
    }

    /** Of a thread's frames those from the one on that has failed, without machinery and the C library; all where none is told apart. */
    public static List<FrameReport> telling(List<FrameReport> frames) {
        List<FrameReport> told = frames.stream()
                .filter(frame -> !frame.subtle() && !isOfLibc(frame))
                .dropWhile(frame ->
                        !frame.isPython() && ENDING.matcher(function(frame)).matches())
                .toList();
        return told.isEmpty() ? frames : told;
    }

    /** Whether it is a function of the C library's, or the frame that the kernel makes for a signal's handler. */
    private static boolean isOfLibc(FrameReport frame) {
        return frame.library() != null && LIBC.matcher(base(frame.library())).matches()
                || frame.function().equals(HandlerFrames.CALLED);
    }

    /** Language, file or library, and function of a frame. Of the file only its own name counts, without its folders. */
    private static String name(FrameReport frame) {
        String where =
                frame.file() != null ? base(frame.file()) : frame.library() != null ? library(frame.library()) : "";
        return frame.language() + " " + where + " " + function(frame);
    }

    static String library(String path) {
        return LIBRARY.matcher(base(path)).replaceFirst("");
    }

    static String function(FrameReport frame) {
        String name = frame.function();
        String own = name.substring(name.indexOf('!') + 1);
        String bare = APPENDED.matcher(own).replaceFirst("");
        for (String before = ""; !before.equals(bare); ) {
            before = bare;
            bare = TEMPLATE.matcher(bare).replaceAll("");
        }
        return ADDRESS.matcher(ARGUMENTS.matcher(bare).replaceAll("")).replaceAll("?");
    }

    private static String base(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
