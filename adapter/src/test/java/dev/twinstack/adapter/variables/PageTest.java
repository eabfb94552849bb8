package dev.twinstack.adapter.variables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void aLargePageIsReadInAnswersOfTheHelpers() {
        Page page = new Page("indexed", 100, 1200);

        assertThat(page.limit()).isEqualTo(500);
        assertThat(page.after(500)).isEqualTo(new Page("indexed", 600, 700));
        assertThat(page.after(500).after(500)).isEqualTo(new Page("indexed", 1100, 200));
        assertThat(page.after(500).after(500).after(200)).isNull();
    }

    @Test
    void whereTheChildrenEndNothingIsAskedFor() {
        assertThat(new Page(null, 0, 1200).after(499)).isNull();
        assertThat(new Page(null, 0, 0).after(20)).isNull();
    }

    @Test
    void allChildrenAreAThousand() {
        assertThat(new Page(null, 0, 0).after(500)).isEqualTo(new Page(null, 500, 500));
        assertThat(new Page(null, 0, 0).after(500).after(500)).isNull();
    }

    @Test
    void whatIsNotReadInPagesIsCut() {
        List<Integer> all = IntStream.range(0, 600).boxed().toList();

        assertThat(new Page(null, 3, 2).of(all)).containsExactly(3, 4);
        assertThat(new Page(null, 0, 0).of(all)).hasSize(600);
        assertThat(new Page(null, 599, 5).of(all)).containsExactly(599);
        assertThat(new Page(null, 700, 5).of(all)).isEmpty();
    }
}
