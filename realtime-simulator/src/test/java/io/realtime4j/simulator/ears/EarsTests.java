package io.realtime4j.simulator.ears;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.realtime4j.audio.Pcm;
import io.realtime4j.audio.WavFile;
import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.support.Sounds;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the ears, {@link StandardEars}, with spoken sentences.
 */
class EarsTests {

	private static final ModelTool BOOK = tool("book_table", "Make a reservation: keep a table for a party",
			"{'type':'object','properties':{'name':{'type':'string'},'guests':{'type':'integer'},"
					+ "'date':{'type':'string'},'time':{'type':'string'}}}");

	private static final ModelTool CANCEL = tool("cancel_booking", "Cancel a reservation that was made before",
			"{'type':'object','properties':{'name':{'type':'string'}}}");

	static final List<ModelTool> TOOLS = List.of(BOOK, CANCEL);

	private static final SimulatorEars EARS = StandardEars.create();

	@AfterAll
	static void closeEars() {
		EARS.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "book|(?i)i would like to book \\S+ table for two tomorrow at eight",
					"cancel|(?i)can you cancel my booking please", "yes|(?i)yes please",
					"refuse|(?i)i don't want to book \\S+ table" })
	void sentencesAboutToolsAreUnderstood(String file, String words) throws Exception {
		Hearing hearing = hear(recording(file), 16_000, BOOK, CANCEL);
		assertThat(hearing.words()).matches(words);
		assertThat(hearing.sure()).isTrue();
	}

	@Test
	void anyRateIsUnderstood() throws Exception {
		byte[] phone = Pcm.of(16_000, recording("cancel")).resample(24_000).audio().bytes();
		assertThat(hear(phone, 24_000, BOOK, CANCEL).words()).isEqualToIgnoringCase("can you cancel my booking please");
	}

	@Test
	void toolsOfAnyKindAreNoObstacle() throws Exception {
		ModelTool odd = tool("import_public_grammar", "Look up; <import> \"it\" | (all)",
				"{'type':'object','properties':{'kind':{'type':'string','enum':['import','grammar v1','',7]},"
						+ "'count':{'type':'integer'},'city':{'type':['string','null']},'more':{'type':'object'}}}");
		Hearing hearing = hear(recording("yes"), 16_000, odd, tool("get", "", "{}"), tool("x2", "?", "{}"));
		assertThat(hearing.words()).isEqualTo("Yes please");
	}

	@Test
	void otherSpeechIsNotUnderstood() throws Exception {
		assertThat(hear(recording("outside"), 16_000, BOOK, CANCEL).sure()).isFalse();
	}

	@Test
	void whatIsNoSpeechIsNotUnderstood() throws Exception {
		assertThat(hear(Sounds.tone(24_000, 1500), 24_000, BOOK).sure()).isFalse();
		assertThat(hear(new byte[0], 24_000, BOOK)).isEqualTo(Hearing.nothing());
		assertThat(hear(new byte[2], 24_000, BOOK).sure()).isFalse();
		assertThat(hear(Sounds.tone(8000, 21_000), 8000, BOOK)).isEqualTo(Hearing.nothing());
	}

	@Test
	void earsTakeTurnsUpToALimit() throws Exception {
		byte[] yes = recording("yes");
		try (SimulatorEars ears = StandardEars.create()) {
			List<CompletableFuture<Hearing>> heard = new ArrayList<>();
			for (int i = 0; i < 30; i++) {
				heard.add(ears.hear(new HearingRequest(yes, 16_000, List.of())));
			}
			assertThat(heard.get(29)).isCompletedWithValue(Hearing.nothing());
			assertThat(heard.get(0).get(240, TimeUnit.SECONDS).words()).isEqualTo("Yes please");
		}
	}

	@Test
	void closedEarsUnderstandNothingAndLeaveNoThread() throws Exception {
		SimulatorEars ears = StandardEars.create();
		CompletableFuture<Hearing> heard = ears.hear(new HearingRequest(new byte[0], 16_000, List.of()));
		heard.get(240, TimeUnit.SECONDS);
		ears.close();
		assertThat(ears.hear(new HearingRequest(recording("yes"), 16_000, List.of())))
			.isCompletedWithValue(Hearing.nothing());
	}

	@Test
	void withoutSphinxNothingIsUnderstood() throws Exception {
		ClassLoader without = new ClassLoader(null) {
		};
		try (SimulatorEars ears = StandardEars.create(without)) {
			assertThat(ears.hear(new HearingRequest(recording("yes"), 16_000, List.of())))
				.isCompletedWithValue(Hearing.nothing());
		}
	}

	private static Hearing hear(byte[] pcm, int rate, ModelTool... tools) throws Exception {
		// Machines that build much are slow
		return EARS.hear(new HearingRequest(pcm, rate, List.of(tools))).get(240, TimeUnit.SECONDS);
	}

	private static byte[] recording(String name) throws IOException {
		try (InputStream stream = EarsTests.class.getResourceAsStream("/ears/" + name + ".wav")) {
			return WavFile.read(stream).audio().bytes();
		}
	}

	private static ModelTool tool(String name, String description, String parameters) {
		return new ModelTool(name, description, Json.parse(parameters.replace('\'', '"')));
	}

}
