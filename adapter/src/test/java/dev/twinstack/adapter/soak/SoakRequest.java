package dev.twinstack.adapter.soak;

import java.util.Locale;
import java.util.Random;

/** Something that the client does; what {@code number} means depends on the kind. Written {@code next 17}, and read from that again, whatever follows. */
record SoakRequest(Kind kind, int number) {
    private static final int NUMBERS = 1 << 20;

    /** The kinds in the order in which they are drawn. */
    enum Kind {
        NEXT(24),
        STEP_IN(24),
        STEP_OUT(12),
        CONTINUE(10),
        PYTHON_LINES(8),
        C_LINES(6),
        EXCEPTIONS(2),
        EVALUATE(10),
        PAUSE(4);

        private final int share;

        Kind(int share) {
            this.share = share;
        }
    }

    static SoakRequest draw(Random random) {
        int left = random.nextInt(100);
        int number = random.nextInt(NUMBERS);
        for (Kind kind : Kind.values()) {
            left -= kind.share;
            if (left < 0) {
                return new SoakRequest(kind, number);
            }
        }
        throw new IllegalStateException("The shares of the kinds do not come to 100.");
    }

    static SoakRequest parse(String line) {
        String[] words = line.strip().split(" ");
        return new SoakRequest(Kind.valueOf(words[0].toUpperCase(Locale.ROOT)), Integer.parseInt(words[1]));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + number;
    }
}
