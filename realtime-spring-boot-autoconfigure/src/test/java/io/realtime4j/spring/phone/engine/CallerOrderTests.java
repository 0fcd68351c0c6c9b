package io.realtime4j.spring.phone.engine;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CallerOrder}.
 */
class CallerOrderTests {

	private final List<Long> heard = new ArrayList<>();

	private final CallerOrder order = new CallerOrder((media) -> this.heard.add(media.chunk()));

	@Test
	void framesInOrderDoNotWait() {
		hear(1);
		assertThat(this.heard).containsExactly(1L);
		hear(2, 3);
		assertThat(this.heard).containsExactly(1L, 2L, 3L);
	}

	@Test
	void framesThatWereMixedUpComeInOrder() {
		hear(2, 1, 5, 3, 4, 6);
		assertThat(this.heard).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
	}

	@Test
	void framesThatAreLostAreNotWaitedForLong() {
		hear(1, 3, 4, 5, 6, 7);
		assertThat(this.heard).containsExactly(1L);
		hear(8);
		assertThat(this.heard).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L);
	}

	@Test
	void framesThatComeAgainOrTooLateAreLeftOut() {
		hear(1, 1, 3, 4, 5, 6, 7, 8, 2, 8, 9);
		assertThat(this.heard).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
	}

	@Test
	void framesThatWaitAreHeardAtTheEnd() {
		hear(1, 4, 3);
		this.order.flush();
		assertThat(this.heard).containsExactly(1L, 3L, 4L);
		hear(2, 5);
		assertThat(this.heard).containsExactly(1L, 3L, 4L, 5L);
	}

	@Test
	void framesWithoutAPlaceAreInOrder() {
		hear(-1, -1);
		assertThat(this.heard).containsExactly(-1L, -1L);
	}

	private void hear(long... chunks) {
		for (long chunk : chunks) {
			this.order.hear(new CarrierMessage.Media(new byte[160], 20 * chunk, chunk));
		}
	}

}
