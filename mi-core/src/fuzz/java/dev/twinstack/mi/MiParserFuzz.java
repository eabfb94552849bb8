package dev.twinstack.mi;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;

/** Bytes of any kind make records, the same ones in any pieces, and nothing else happens. */
class MiParserFuzz {
    @FuzzTest(maxDuration = "60s")
    void anyBytesMakeRecords(byte[] bytes) {
        List<MiRecord> whole = MiStream.parseAll(bytes);
        List<MiRecord> piecewise = new ArrayList<>();
        MiStream stream = new MiStream(piecewise::add);
        for (int i = 0; i < bytes.length; i++) {
            stream.feed(bytes, i, i + 1);
        }
        stream.finish();
        if (!whole.equals(piecewise)) {
            throw new AssertionError("Pieces change the records: " + whole + " against " + piecewise);
        }
        whole.forEach(MiNative::of);
    }
}
