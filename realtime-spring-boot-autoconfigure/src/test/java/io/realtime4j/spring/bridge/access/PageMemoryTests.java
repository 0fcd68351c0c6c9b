package io.realtime4j.spring.bridge.access;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageMemory}.
 */
class PageMemoryTests {

	private final PageMemory memory = new PageMemory(1000, Runnable::run);

	private final List<String> gone = new ArrayList<>();

	@Test
	void whoeverHoldsMostGivesWay() {
		share("small", 200);
		share("large", 500);
		share("last", 301);
		assertThat(this.gone).containsExactly("large");
		assertThat(this.memory.total()).isEqualTo(501);
	}

	@Test
	void whoeverGrowsTooLargeGivesWayItself() {
		share("other", 300);
		share("greedy", 600).page(() -> 1000);
		assertThat(this.gone).isEmpty();
		share("greedier", 701);
		assertThat(this.gone).containsExactly("greedier");
	}

	@Test
	void asManyGiveWayAsItTakes() {
		share("a", 300);
		share("b", 310);
		share("c", 320);
		share("d", 1000);
		assertThat(this.gone).containsExactly("d");
		share("e", 300);
		assertThat(this.gone).containsExactly("d", "c");
		assertThat(this.memory.total()).isEqualTo(910);
	}

	@Test
	void newOnesAreRefusedBeforeOldOnesGiveWay() {
		share("a", 899);
		assertThat(this.memory.hasRoom()).isTrue();
		share("b", 1);
		assertThat(this.memory.hasRoom()).isFalse();
		assertThat(this.gone).isEmpty();
	}

	@Test
	void whatIsReleasedIsNotCounted() {
		PageMemory.Share share = share("a", 500);
		assertThat(share.release()).isTrue();
		assertThat(share.release()).isFalse();
		share.count();
		assertThat(this.memory.total()).isZero();
	}

	private PageMemory.Share share(String name, long held) {
		PageMemory.Share share = this.memory.share();
		share.page(() -> held);
		share.whenOver(() -> this.gone.add(name));
		share.count();
		return share;
	}

}
