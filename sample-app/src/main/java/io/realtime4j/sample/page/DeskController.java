package io.realtime4j.sample.page;

import io.realtime4j.event.client.ConversationItemTruncate;
import io.realtime4j.session.OutboxFullException;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionClosedException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.util.Assert;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * What the page asks for.
 */
@RestController
@RequestMapping("/desk")
class DeskController {

	private static final int MAX_TEXT = 4000;

	private static final int MAX_AUDIO = 256 * 1024;

	private final RealtimeSession session;

	private final LivePages pages;

	private final PageMicrophone microphone;

	private final Figures figures;

	private final OpenApprovals approvals;

	DeskController(RealtimeSession session, LivePages pages, PageMicrophone microphone, Figures figures,
			OpenApprovals approvals) {
		this.session = session;
		this.pages = pages;
		this.microphone = microphone;
		this.figures = figures;
		this.approvals = approvals;
	}

	@GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter events() {
		return this.pages.open();
	}

	@PostMapping(path = "/text", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	void say(@RequestBody Words words) {
		String text = (words.text() != null) ? words.text().strip() : "";
		Assert.hasLength(text, "There is nothing to say");
		Assert.isTrue(text.length() <= MAX_TEXT, "A text may have " + MAX_TEXT + " characters");
		this.figures.asked();
		this.session.ask(text);
	}

	@PostMapping(path = "/stop", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	void stop(@RequestBody Stop stop) {
		this.session.interrupt();
		if (stop.item() != null) {
			this.session.send(ConversationItemTruncate.of(stop.item(), stop.content(), stop.heardMillis()));
		}
	}

	@PostMapping(path = "/microphone", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	void hear(@RequestBody byte[] pcm16, @RequestParam int rate) {
		Assert.isTrue(pcm16.length <= MAX_AUDIO, "A piece of audio may have " + MAX_AUDIO + " bytes");
		this.microphone.hear(pcm16, rate);
	}

	@PostMapping("/microphone/end")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void endOfSpeech() {
		this.microphone.end();
	}

	@PostMapping(path = "/approvals", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	void decide(@RequestBody Decision decision) {
		this.approvals.decide(String.valueOf(decision.id()), decision.approve());
	}

	@ExceptionHandler
	ProblemDetail wrong(IllegalArgumentException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(ex.getMessage()));
	}

	@ExceptionHandler({ SessionClosedException.class, OutboxFullException.class })
	ProblemDetail unavailable(RuntimeException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(ex.getMessage()));
	}

	/**
	 * What somebody writes.
	 *
	 * @param text the words
	 */
	record Words(@Nullable String text) {

	}

	/**
	 * Somebody has heard enough.
	 *
	 * @param item the id of the answer that was playing, or {@code null} if none was
	 * @param content the place of the part that was playing
	 * @param heardMillis how much of it was heard, in milliseconds
	 */
	record Stop(@Nullable String item, long content, long heardMillis) {

	}

	/**
	 * Somebody has decided whether the model may call a tool.
	 *
	 * @param id the id of the call
	 * @param approve whether it may
	 */
	record Decision(@Nullable String id, boolean approve) {

	}

}
