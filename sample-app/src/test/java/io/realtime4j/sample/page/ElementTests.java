package io.realtime4j.sample.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.realtime4j.session.RealtimeClient;
import io.realtime4j.spring.operation.ClosedForDraining;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of two lines that the guide shows.
 */
class ElementTests extends AbstractPageTests {

	private static final String SHADOW = "document.querySelector('realtime-voice').shadowRoot.querySelector(";

	@Autowired
	RealtimeClient client;

	@Override
	String path() {
		return "voice.html";
	}

	@Test
	void twoLinesAreAPageThatTalks() {
		this.simulator.nextTranscript("Do you have a big garden?");
		this.simulator.nextResponse("Yes, and it is open.");
		awaitStatus("Ready");
		assertThat(text(".talk")).isEqualTo("Start talking");
		// The answer is short: the page itself sees whether it was played
		this.page.script("""
				const { client } = document.querySelector('realtime-voice');
				window.played = false;
				setInterval(() => window.played ||= client.playing, 10);""");
		click(".talk");
		this.page.eventually(() -> assertThat(text(".talk")).isEqualTo("Stop listening"));
		this.page.eventually(
				() -> assertThat(texts(".words")).containsExactly("Do you have a big garden?", "Yes, and it is open."));
		this.page.eventually(() -> assertThat(this.page.<Boolean>script("return played")).isTrue());
		assertThat(this.page.<Boolean>script("return " + SHADOW + "'.talk').disabled")).isFalse();
	}

	@Test
	void whatIsFinalIsAnnouncedOnce() {
		this.simulator.nextResponse("Yes, and it is open.");
		giveField();
		write("Do you have a garden?");
		this.page.eventually(() -> assertThat(texts("[aria-live=polite] p"))
			.containsExactly("You: Do you have a garden?", "Assistant: Yes, and it is open."));
		assertThat(this.page.<String>script("return " + SHADOW + "'.captions').ariaLive")).isEqualTo("off");
	}

	@Test
	void approvalIsGivenByClickAndTheRequestStays() {
		askForCancellation();
		assertThat(text(".approval")).containsIgnoringCase("cancel booking").contains("Ada");
		awaitStatus("Waiting for your decision");
		assertThat(texts(".line.tool .tool-state")).last().isEqualTo("waits for you");
		click(".allow");
		this.page.eventually(() -> assertThat(hidden(".approval")).isTrue());
		this.page.eventually(() -> assertThat(texts(".line.tool .tool-state")).last().isEqualTo("done"));
	}

	@Test
	void approvalIsRefusedByKey() {
		giveField();
		write("Book a table for Ada, four people, tomorrow at 7 pm");
		this.page.eventually(() -> assertThat(texts(".line.tool .tool-state")).last().isEqualTo("done"));
		// Whoever has the keys in the element, and does not write, is led to the question
		this.page.script(SHADOW + "'.talk').focus()");
		this.page.script("document.querySelector('realtime-voice').client.sendText('Cancel the reservation for Ada')");
		this.page.eventually(() -> assertThat(this.page
			.<String>script("return document.querySelector('realtime-voice').shadowRoot.activeElement.className"))
			.isEqualTo("reject"));
		new Actions(this.page.driver()).sendKeys(Keys.ENTER).perform();
		this.page.eventually(() -> assertThat(hidden(".approval")).isTrue());
		this.page.eventually(() -> assertThat(texts(".line.tool .tool-state")).last().isEqualTo("not allowed"));
	}

	@Test
	void answerIsStoppedByButtonAndByKey() {
		giveField();
		assertThat(this.page.<Boolean>script("return " + SHADOW + "'.stop').disabled")).isTrue();
		write("Tell me a long story");
		awaitStatus("Answering");
		click(".stop");
		awaitStatus("Ready");
		this.page
			.eventually(() -> assertThat(this.page.<Boolean>script("return " + SHADOW + "'.stop').disabled")).isTrue());
		write("Tell me a long story");
		awaitStatus("Answering");
		this.page.script(SHADOW + "'.captions').focus()");
		new Actions(this.page.driver()).sendKeys(Keys.ESCAPE).perform();
		awaitStatus("Ready");
	}

	@Test
	void loudnessIsSeenWithoutMotion() {
		this.page.driver()
			.executeCdpCommand("Emulation.setEmulatedMedia",
					Map.of("features", List.of(Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
		giveField();
		write("Tell me a long story");
		awaitStatus("Answering");
		this.page.eventually(() -> assertThat(this.page.<Boolean>script("""
				const canvas = document.querySelector('realtime-voice').shadowRoot.querySelector('canvas');
				const { width, height } = canvas;
				const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
				copy.drawImage(canvas, 0, 0);
				return copy.getImageData(0, 0, width, height).data.some((it) => it > 0);""")).isTrue());
		assertThat(this.page.<String>script("return " + SHADOW + "'.panel').style.getPropertyValue('--level')"))
			.isEqualTo("0");
	}

	@Test
	void whatIsMissingIsSaidAndTheButtonConnectsAgain() {
		giveField();
		this.page.script("document.querySelector('realtime-voice').client.disconnect()");
		awaitStatus("The conversation is over");
		assertThat(text(".talk")).isEqualTo("Connect again");
		write("Hello");
		assertThat(texts(".problem span")).containsExactly("There is no connection yet. Try again in a moment.");
		click(".talk");
		awaitStatus("Ready");
	}

	@Test
	void microphoneStaysOnWhereThePageComesBackFromADrain() {
		listenToStates();
		drain();
		this.page.eventually(() -> assertThat(states()).contains("reconnecting").endsWith("open"));
		assertThat(states()).doesNotContain("closed");
		assertThat(this.page.<String>script("return document.querySelector('realtime-voice').client.mode"))
			.isEqualTo("hands-free");
	}

	@Test
	void microphoneCanBeSwitchedOffWhileTheConnectionIsAway() {
		listenToStates();
		this.page.script("window.WebSocket = class extends EventTarget {};");
		drain();
		awaitStatus("Connecting again, the microphone is on");
		assertThat(text(".talk")).isEqualTo("Stop listening");
		assertThat(this.page.<Boolean>script("return " + SHADOW + "'.talk').disabled")).isFalse();
		click(".talk");
		awaitStatus("Connecting again");
		assertThat(text(".talk")).isEqualTo("Connecting again");
		assertThat(this.page.<Boolean>script("return " + SHADOW + "'.talk').disabled")).isTrue();
	}

	@Test
	void whatItSaysIsSaidInTheWordsOfThePage() {
		this.page
			.script("""
					Object.assign(customElements.get('realtime-voice').words, {
						toolFinished: 'erledigt', interrupted: 'unterbrochen', busy: 'Zu viel auf einmal.',
						'microphone-missing': 'Kein Mikrofon.', 'microphone-failed': 'Kein Ton.', 'server-gone': 'Niemand da.'
					});""");
		giveField();
		write("Book a table for Ada, four people, tomorrow at 7 pm");
		this.page.eventually(() -> assertThat(texts(".line.tool .tool-state")).last().isEqualTo("erledigt"));
		tell("transcript", "{ itemId: 'cut', role: 'assistant', text: 'Well', final: true, interrupted: true }");
		assertThat(texts(".figures")).containsExactly("unterbrochen");
		tell("error", "{ code: 'busy', message: 'Too many events.' }");
		tell("error", "{ code: 'other', message: 'Something else.' }");
		assertThat(texts(".problem span")).containsExactly("Zu viel auf einmal.", "Something else.");
		failMicrophone("NotFoundError");
		this.page.eventually(() -> assertThat(texts(".problem span")).last().isEqualTo("Kein Mikrofon."));
		failMicrophone("OtherError");
		this.page.eventually(() -> assertThat(texts(".problem span")).last().isEqualTo("Kein Ton. (no device)"));
		this.page.script("window.WebSocket = class extends EventTarget {};");
		drain();
		this.page.eventually(() -> assertThat(texts(".problem span")).last().isEqualTo("Niemand da."));
	}

	@Test
	void theConversationEndsWithTheElement() {
		awaitStatus("Ready");
		this.page.script("""
				window.client = document.querySelector('realtime-voice').client;
				document.querySelector('realtime-voice').remove();""");
		this.page.eventually(() -> assertThat(this.page.<String>script("return client.state")).isEqualTo("closed"));
		this.simulator.connections().get(this.simulator.connections().size() - 1).awaitClosed(DeskPage.PATIENCE);
	}

	@Test
	void contentSecurityPolicyLeavesItsStyle() {
		this.page.script("""
				const policy = document.createElement('meta');
				policy.httpEquiv = 'Content-Security-Policy';
				policy.content = "default-src 'self'";
				document.head.append(policy);
				document.querySelector('realtime-voice').replaceWith(document.createElement('realtime-voice'));""");
		awaitStatus("Ready");
		assertThat(this.page.<String>script("return getComputedStyle(" + SHADOW + "'.talk')).borderRadius"))
			.isNotEqualTo("0px");
	}

	@Test
	void theGuideShowsThisPage() throws IOException {
		String html = new ClassPathResource("static/voice.html").getContentAsString(StandardCharsets.UTF_8);
		String guide = Files.readString(Path.of("..", "docs", "page.md"));
		int start = guide.indexOf("```html\n") + "```html\n".length();
		assertThat(guide.substring(start, guide.indexOf("```", start)).lines()).hasSize(2)
			.allSatisfy((line) -> assertThat(html).contains(line));
	}

	private void tell(String type, String detail) {
		this.page.script("document.querySelector('realtime-voice').client.dispatchEvent(new CustomEvent('" + type
				+ "', { detail: " + detail + " }))");
	}

	private void failMicrophone(String name) {
		this.page.script("""
				const name = arguments[0];
				navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no device', name));""",
				name);
		click(".talk");
	}

	private void listenToStates() {
		awaitStatus("Ready");
		this.page.script("""
				window.states = [];
				document.querySelector('realtime-voice').client
					.addEventListener('state', ({ detail }) => states.push(detail.state));""");
		click(".talk");
		this.page.eventually(() -> assertThat(text(".talk")).isEqualTo("Stop listening"));
	}

	private List<String> states() {
		return this.page.script("return states");
	}

	private void drain() {
		this.client.sessions().forEach((session) -> session.close(new ClosedForDraining()));
	}

	private void askForCancellation() {
		giveField();
		write("Book a table for Ada, four people, tomorrow at 7 pm");
		this.page.eventually(() -> assertThat(texts(".line.tool .tool-state")).last().isEqualTo("done"));
		write("Cancel the reservation for Ada");
		this.page.eventually(() -> assertThat(hidden(".approval")).isFalse());
	}

	/**
	 * Let an element with a field take the place of the one without.
	 */
	private void giveField() {
		this.page.script("""
				const element = document.createElement('realtime-voice');
				element.setAttribute('text', '');
				document.querySelector('realtime-voice').replaceWith(element);""");
		awaitStatus("Ready");
	}

	private void write(String text) {
		this.page.script("""
				const root = document.querySelector('realtime-voice').shadowRoot;
				root.querySelector('textarea').value = arguments[0];
				root.querySelector('form').requestSubmit();""", text);
	}

	private void awaitStatus(String status) {
		this.page.eventually(() -> assertThat(text(".status")).isEqualTo(status));
	}

	private void click(String selector) {
		this.page.script(SHADOW + "arguments[0]).click()", selector);
	}

	private boolean hidden(String selector) {
		return this.page.script("return " + SHADOW + "arguments[0]).hidden", selector);
	}

	private List<String> texts(String selector) {
		return this.page.script(
				"return Array.from(document.querySelector('realtime-voice').shadowRoot.querySelectorAll(arguments[0]), "
						+ "(it) => it.innerText.trim()).filter(Boolean)",
				selector);
	}

	private String text(String selector) {
		return this.page.script("return " + SHADOW + "arguments[0])?.innerText", selector);
	}

}
