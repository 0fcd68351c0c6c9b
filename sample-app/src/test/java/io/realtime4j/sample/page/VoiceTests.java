package io.realtime4j.sample.page;

import java.time.Duration;
import java.util.Arrays;

import io.realtime4j.simulator.connection.SimulatorConnection;
import io.realtime4j.simulator.voice.SpeechRequest;
import io.realtime4j.simulator.voice.ToneVoice;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.interactions.Actions;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody speaks: the microphone of the browser hears the question of the sample as soon
 * as it is opened.
 */
class VoiceTests extends AbstractPageTests {

	private static final double SOON_SECONDS = 0.15;

	private static final Duration HOLD = Duration.ofMillis(500);

	private static final int LONGEST_FADE_BYTES = 2 * 24 * 5;

	@Test
	void aQuestionIsHeardHandsFreeAndAnsweredAtItsPlace() {
		this.simulator.nextTranscript("Do you have a big garden?");
		this.simulator.nextResponse("Yes, and it is open.");
		this.page.element("#hands-free + .track").click();
		this.page.eventually(() -> assertThat(this.page.texts(".line:not([hidden]) .words"))
			.containsExactly("Do you have a big garden?", "Yes, and it is open."));
		this.page.eventually(() -> assertThat(this.page.texts(".line.assistant .figures")).singleElement()
			.asString()
			.startsWith("first sound after "));
		this.page.eventually(() -> assertThat(this.page.element("#tokens-out").getText()).isNotEqualTo("0"));
	}

	@Test
	void theButtonIsHeldWhileSomebodySpeaks() {
		this.simulator.nextTranscript("Do you have a big garden?");
		Actions finger = new Actions(this.page.driver());
		finger.clickAndHold(this.page.element("#talk")).pause(HOLD).perform();
		this.page.awaitPhase("hearing");
		assertThat(this.page.element("#talk").getDomAttribute("aria-pressed")).isEqualTo("true");
		finger.release().perform();
		this.page.eventually(() -> assertThat(this.page.lines("user")).containsExactly("Do you have a big garden?"));
		this.page.awaitPhase("answering");
		assertThat(this.page.element("#talk").getDomAttribute("aria-pressed")).isEqualTo("false");
	}

	@Test
	void whoeverIsMutedIsNotHeard() {
		this.page.element("#hands-free + .track").click();
		this.page.awaitPhase("hearing");
		this.page.element("#talk").click();
		this.page.eventually(
				() -> assertThat(this.page.element("#talk").getDomAttribute("aria-pressed")).isEqualTo("false"));
		this.page.eventually(
				() -> assertThat(this.page.lines("user")).singleElement().asString().contains("seconds of speech"));
		this.page.awaitPhase("answering");
		SimulatorConnection connection = this.simulator.connections().get(this.simulator.connections().size() - 1);
		int heard = connection.received("input_audio_buffer.append").size();
		this.page.awaitPhase("ready");
		// The silence that ends the turn comes in many frames, the last ones after the
		// answer
		assertThat(connection.received("input_audio_buffer.append").stream().skip(heard))
			.allSatisfy((append) -> assertThat(append.path("audio").asString()).matches("A+=*"));
		assertThat(this.page.texts("#phase")).containsExactly("Muted");
	}

	@Test
	void theAnswerIsPlayedSampleForSampleAsItWasSent() {
		this.simulator.nextResponse("This is the answer.");
		this.page.write("Hello");
		this.page.awaitPhase("answering");
		this.page.awaitPhase("ready");
		// The first sample of a tone is silent
		byte[] tone = new ToneVoice().speak(new SpeechRequest("This is the answer.", "marin", 1));
		byte[] sent = Arrays.copyOfRange(tone, 2, tone.length);
		this.page.eventually(() -> assertThat(this.page.sound()).hasSizeGreaterThanOrEqualTo(sent.length));
		byte[] played = this.page.sound();
		assertThat(Arrays.copyOf(played, sent.length)).isEqualTo(sent);
		assertThat(played.length - sent.length).as("the end fades").isLessThanOrEqualTo(LONGEST_FADE_BYTES);
	}

	@Test
	void aPressOfStopIsSilenceAtOnceAndTheRestIsForgotten() {
		this.page.write("Tell me a long story");
		this.page.eventually(() -> assertThat(this.page.number("probe.heard()")).isGreaterThan(1.5));
		this.page.script("probe.mark(() => document.getElementById('stop').click())");
		this.page.awaitPhase("ready");
		assertThat(this.page.number("probe.silentSince() - probe.marked")).isLessThan(SOON_SECONDS);
		assertTheRestIsForgotten(this.page.number("probe.heard()"));
	}

	@Test
	void whoeverSpeaksInterruptsTheAnswer() {
		this.page.write("Tell me a long story");
		this.page.eventually(() -> assertThat(this.page.number("probe.heard()")).isGreaterThan(1.5));
		this.page.element("#hands-free + .track").click();
		this.page.eventually(() -> assertThat(this.page.texts(".line.assistant .figures")).first()
			.asString()
			.contains("interrupted"));
		assertThat(this.page.number("probe.silentSince(probe.spokenTo() + 1) - probe.spokenTo()"))
			.isLessThan(SOON_SECONDS);
		assertTheRestIsForgotten(this.page.number("probe.heard(probe.spokenTo() + 1)"));
	}

	private void assertTheRestIsForgotten(double heardSeconds) {
		this.page.eventually(() -> assertThat(this.page.texts(".line.assistant .figures")).first()
			.asString()
			.contains("interrupted"));
		ObjectNode truncate = this.simulator.connections()
			.get(this.simulator.connections().size() - 1)
			.received("conversation.item.truncate")
			.get(0);
		assertThat(truncate.path("audio_end_ms").asDouble()).isBetween(1000 * heardSeconds - 400,
				1000 * heardSeconds + 50);
		String said = this.page.lines("assistant").get(0);
		assertThat(said).startsWith("Once upon a time").hasSizeLessThan(200);
	}

	/**
	 * Lets the simulator speak with a voice whose sound a test can compute.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	static class VoiceConfiguration {

		@Bean
		ToneVoice voice() {
			return new ToneVoice();
		}

	}

}
