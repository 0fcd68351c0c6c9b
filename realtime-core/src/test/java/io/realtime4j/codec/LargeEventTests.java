package io.realtime4j.codec;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.event.server.UnknownServerEvent;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the memory that large events take while they are read.
 */
class LargeEventTests {

	private static final int LENGTH = 15 * 1024 * 1024;

	private static final String DELTA = "{'type': 'response.output_audio.delta', 'event_id': 'e', 'response_id': 'r', "
			+ "'item_id': 'i', 'output_index': 0, 'content_index': 0, 'delta': '%s'}";

	private static final String ITEM = "{'type': 'conversation.item.added', 'item': {'id': 'i', 'type': 'message', "
			+ "'role': 'user', 'content': [{%s}]}}";

	private final RealtimeCodec codec = RealtimeCodec.create();

	@ParameterizedTest
	@ValueSource(strings = { "'type': 'input_audio', 'audio': '%s'", "'audio': '%s', 'type': 'input_audio'",
			"'type': 'input_text', 'text': '%s'", "'type': 'input_image', 'image_url': '%s'" })
	void largeItemLeavesGarbageOfThreeTimesItsSizeAtMost(String part) {
		String frame = Json.quoted(ITEM.formatted(part));
		// The event itself takes the size once more
		assertThat(allocated(frame, LENGTH)).isLessThan(4L * LENGTH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "'type': 'input_audio', 'audio': '%s'", "'type': 'input_text', 'text': '%s'" })
	void memoryGrowsAsTheItemDoes(String part) {
		String frame = Json.quoted(ITEM.formatted(part));
		assertThat(allocated(frame, LENGTH)).isCloseTo(3 * allocated(frame, LENGTH / 3), Percentage.withPercentage(20));
	}

	@Test
	void audioOfDeltaIsNotCopied() {
		assertThat(allocated(Json.quoted(DELTA).replace(": ", ":").replace(", ", ","), LENGTH)).isLessThan(10_000);
	}

	private long allocated(String frame, int length) {
		assertThat(this.codec.decodeServerEvent(frame.formatted("AAAA"))).isNotInstanceOf(UnknownServerEvent.class);
		String text = frame.formatted("A".repeat(length));
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		long before = threads.getCurrentThreadAllocatedBytes();
		ServerEvent event = this.codec.decodeServerEvent(text);
		long allocated = threads.getCurrentThreadAllocatedBytes() - before;
		assertThat(event).isNotInstanceOf(UnknownServerEvent.class);
		return allocated;
	}

}
