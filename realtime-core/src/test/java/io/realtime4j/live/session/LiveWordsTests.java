package io.realtime4j.live.session;

import java.util.Collections;
import java.util.List;

import io.realtime4j.live.model.LiveRole;
import io.realtime4j.live.model.session.InitialItem;
import io.realtime4j.live.model.session.InitialMessage;
import io.realtime4j.live.model.session.UnknownInitialItem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what is kept of the words of a session.
 */
class LiveWordsTests {

	private static final InitialMessage RULE = InitialMessage.of(LiveRole.DEVELOPER, "Be kind.");

	@Test
	void piecesOfOneSpeakerMakeOneMessage() {
		LiveWords words = new LiveWords(List.of(RULE), LivePast.of(null));
		words.hear(LiveRole.USER, " ");
		words.hear(LiveRole.USER, " Hel");
		words.hear(LiveRole.USER, "lo. ");
		words.hear(LiveRole.ASSISTANT, "Good evening.");
		words.tell("Offer the fish.");
		words.hear(LiveRole.ASSISTANT, "The fish?");
		assertThat(words.items()).containsExactly(RULE, InitialMessage.of(LiveRole.USER, "Hello."),
				InitialMessage.of(LiveRole.ASSISTANT, "Good evening."),
				InitialMessage.of(LiveRole.DEVELOPER, "Offer the fish."),
				InitialMessage.of(LiveRole.ASSISTANT, "The fish?"));
	}

	@Test
	void newestMessagesAreKept() {
		LiveWords words = new LiveWords(List.of(RULE), LivePast.of(null));
		for (int i = 0; i < 200; i++) {
			words.hear((i % 2 == 0) ? LiveRole.USER : LiveRole.ASSISTANT, "word " + i);
		}
		assertThat(words.items()).hasSize(128)
			.startsWith(InitialMessage.of(LiveRole.USER, "word 72"))
			.endsWith(InitialMessage.of(LiveRole.ASSISTANT, "word 199"));
	}

	@Test
	void onlyAsManyWordsAreKeptAsServersTake() {
		LiveWords words = new LiveWords(Collections.nCopies(20, InitialMessage.of(LiveRole.USER, "x".repeat(2000))),
				LivePast.of(null));
		assertThat(words.items()).hasSize(12);
		words.hear(LiveRole.ASSISTANT, "y".repeat(5000));
		assertThat(words.items()).hasSize(10);
	}

	@Test
	void messageThatNeverEndsLosesItsBeginning() {
		LiveWords words = new LiveWords(List.of(RULE), LivePast.of(null));
		for (int i = 0; i < 10_000; i++) {
			words.hear(LiveRole.ASSISTANT, "%5d".formatted(i));
		}
		List<InitialItem> items = words.items();
		assertThat(items).hasSize(1);
		String text = ((InitialMessage) items.get(0)).content().get(0).text();
		assertThat(text).hasSizeLessThanOrEqualTo(3 * 8192).endsWith(" 9998 9999");
	}

	@Test
	void itemsThatAreNotKnownCountToo() {
		InitialItem unknown = new UnknownInitialItem(
				JsonMapper.shared().createObjectNode().put("text", "x".repeat(30_000)));
		LiveWords words = new LiveWords(List.of(unknown), LivePast.of(null));
		words.hear(LiveRole.USER, "Hello.");
		assertThat(words.items()).containsExactly(InitialMessage.of(LiveRole.USER, "Hello."));
	}

}
