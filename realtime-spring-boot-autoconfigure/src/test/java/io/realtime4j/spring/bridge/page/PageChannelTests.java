package io.realtime4j.spring.bridge.page;

import java.util.ArrayList;
import java.util.List;

import io.realtime4j.spring.bridge.connection.PageOutput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageChannel}.
 */
class PageChannelTests {

	private final PageChannel line = new PageChannel();

	private final List<String> heard = new ArrayList<>();

	private final PageOutput page = new PageOutput() {

		@Override
		public void tell(String json) {
			PageChannelTests.this.heard.add(json);
		}

		@Override
		public void tellOfAudio(String json) {
			PageChannelTests.this.heard.add(json);
		}

		@Override
		public void play(byte[] pcm16) {
			PageChannelTests.this.heard.add(pcm16.length + " bytes");
		}

		@Override
		public void dropAudio() {
			PageChannelTests.this.heard.add("dropped");
		}

	};

	@Test
	void pageIsGreetedFirst() {
		this.line.connect(this.page, "hello");
		this.line.tell("words");
		this.line.tellOfAudio("audio");
		this.line.play(new byte[10]);
		this.line.dropAudio();
		assertThat(this.heard).containsExactly("hello", "words", "audio", "10 bytes", "dropped");
	}

	@Test
	void speechWaitsForTheNextPageAndWordsDoNot() {
		this.line.tellOfAudio("audio");
		this.line.play(new byte[10]);
		this.line.tell("words");
		this.line.connect(this.page, "hello");
		assertThat(this.heard).containsExactly("hello", "audio", "10 bytes");
		this.line.disconnect();
		this.line.connect(this.page, "hello again");
		assertThat(this.heard).containsExactly("hello", "audio", "10 bytes", "hello again");
	}

	@Test
	void speechThatIsDroppedIsNotKept() {
		this.line.play(new byte[10]);
		this.line.dropAudio();
		this.line.play(new byte[20]);
		this.line.connect(this.page, "hello");
		assertThat(this.heard).containsExactly("hello", "20 bytes");
	}

	@Test
	void tooMuchSpeechIsForgottenAsAWhole() {
		for (int i = 0; i < 3; i++) {
			this.line.play(new byte[500_000]);
		}
		this.line.play(new byte[10]);
		this.line.connect(this.page, "hello");
		this.line.play(new byte[20]);
		assertThat(this.heard).containsExactly("hello", "20 bytes");
	}

}
