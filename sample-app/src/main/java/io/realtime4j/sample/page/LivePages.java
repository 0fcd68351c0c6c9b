package io.realtime4j.sample.page;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Shows the same to all open pages, by server-sent events.
 */
@Component
class LivePages implements DisposableBean {

	static final int MAX_PAGES = 20;

	/**
	 * Browsers come back by themselves, and are told everything again.
	 */
	private static final Duration LONGEST_STREAM = Duration.ofMinutes(30);

	/**
	 * From here on, what a page is told has just happened.
	 */
	private static final PageFrame UP_TO_DATE = new PageFrame("now", "{}");

	private final Deque<LivePage> pages = new ArrayDeque<>();

	private final PageMemory memory = new PageMemory();

	private final JsonMapper json;

	/**
	 * A writer may be stuck with a browser that was given up, so there are more of them
	 * than pages.
	 */
	private final ExecutorService writers = new ThreadPoolExecutor(0, 2 * MAX_PAGES, 30, TimeUnit.SECONDS,
			new SynchronousQueue<>());

	private boolean closed;

	LivePages(JsonMapper json) {
		this.json = json;
		show(PageMessage.lasting("hello", "run", Map.of("run", UUID.randomUUID())));
	}

	/**
	 * Open another page. The one that was opened first gives way if there are too many.
	 * @return the stream to the page
	 */
	synchronized SseEmitter open() {
		SseEmitter emitter = new SseEmitter(LONGEST_STREAM.toMillis());
		LivePage page = new LivePage(emitter, this.writers);
		if (this.closed) {
			page.leave();
			return emitter;
		}
		this.pages.removeIf(LivePage::isGone);
		if (this.pages.size() == MAX_PAGES) {
			this.pages.removeFirst().leave();
		}
		this.memory.frames().forEach(page::show);
		page.show(UP_TO_DATE);
		this.pages.add(page);
		return emitter;
	}

	/**
	 * Show something on all pages, soon. Never waits for a browser.
	 * @param message what to show
	 */
	void show(PageMessage message) {
		PageFrame frame = new PageFrame(message.event(), this.json.writeValueAsString(message.data()));
		synchronized (this) {
			if (message.key() != null) {
				this.memory.keep(message.key(), frame);
			}
			this.pages.forEach((page) -> page.show(frame));
			this.pages.removeIf(LivePage::isGone);
		}
	}

	synchronized int count() {
		return this.pages.size();
	}

	/**
	 * Let the browsers go, so that the web server need not wait for them.
	 */
	@EventListener(ContextClosedEvent.class)
	synchronized void close() {
		this.closed = true;
		this.pages.forEach(LivePage::leave);
		this.pages.clear();
	}

	@Override
	public void destroy() {
		this.writers.shutdownNow();
	}

}
