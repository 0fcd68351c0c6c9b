package io.realtime4j.sample.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of two lines that the guide shows.
 */
class ElementTests extends AbstractPageTests {

	private static final String SHADOW = "document.querySelector('realtime-voice').shadowRoot.querySelector(";

	@Override
	String path() {
		return "voice.html";
	}

	@Test
	void twoLinesAreAPageThatTalks() {
		this.simulator.nextTranscript("Do you have a big garden?");
		this.simulator.nextResponse("Yes, and it is open.");
		this.page.eventually(() -> assertThat(text("[role=status]")).isEqualTo("Ready"));
		assertThat(this.page.<Boolean>script("return " + SHADOW + "'button').disabled")).isFalse();
		this.page.script(SHADOW + "'button').click()");
		this.page.eventually(() -> assertThat(text("[part=caption]")).isEqualTo("Yes, and it is open."));
		this.page.eventually(() -> assertThat(
				this.page.<Boolean>script("return document.querySelector('realtime-voice').client.playing"))
			.isTrue());
	}

	@Test
	void theConversationEndsWithTheElement() {
		this.page.eventually(() -> assertThat(text("[role=status]")).isEqualTo("Ready"));
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
		this.page.eventually(() -> assertThat(text("[role=status]")).isEqualTo("Ready"));
		assertThat(this.page.<String>script("return getComputedStyle(" + SHADOW + "'button')).borderRadius"))
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

	private String text(String selector) {
		return this.page.script("return " + SHADOW + "arguments[0])?.innerText", selector);
	}

}
