package io.realtime4j.sample.page;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class LivePagesTests {

	private final LivePages pages = new LivePages(new JsonMapper());

	@AfterEach
	void close() {
		this.pages.close();
		this.pages.destroy();
	}

	@Test
	void theOldestPageGivesWayWhenThereAreTooMany() {
		for (int i = 0; i < LivePages.MAX_PAGES + 5; i++) {
			this.pages.open();
		}
		assertThat(this.pages.count()).isEqualTo(LivePages.MAX_PAGES);
	}

	@Test
	void noPageIsOpenedOnceTheDeskIsClosed() {
		this.pages.open();
		this.pages.close();
		this.pages.open();
		assertThat(this.pages.count()).isZero();
	}

	@Test
	void onlyTheLatestOfEachKindIsRemembered() {
		PageMemory memory = new PageMemory();
		memory.keep("state", new PageFrame("state", "old"));
		memory.keep("state", new PageFrame("state", "new"));
		for (int i = 0; i < 3 * PageMemory.MAX_OF_A_KIND; i++) {
			memory.keep("event-" + i, new PageFrame("event", String.valueOf(i)));
		}
		List<PageFrame> frames = memory.frames();
		assertThat(frames).hasSize(PageMemory.MAX_OF_A_KIND + 1);
		assertThat(frames.get(0)).isEqualTo(new PageFrame("state", "new"));
		assertThat(frames.get(1).json()).isEqualTo(String.valueOf(2 * PageMemory.MAX_OF_A_KIND));
		assertThat(frames.get(frames.size() - 1).json()).isEqualTo(String.valueOf(3 * PageMemory.MAX_OF_A_KIND - 1));
	}

}
