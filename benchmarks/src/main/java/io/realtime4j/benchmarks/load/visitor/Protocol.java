package io.realtime4j.benchmarks.load.visitor;

import io.realtime4j.benchmarks.load.page.Page;

/**
 * Protocols that pages speak, as far as all of them do.
 */
enum Protocol {

	/**
	 * The wire format of the bridge.
	 */
	VOICE("realtime4j.v1", "\"state\":\"open\"", "\"status\":\"completed\"") {

		@Override
		void start(Page page, int sampleRate) {
			page.send("{\"type\":\"start\",\"sampleRate\":" + sampleRate + "}");
		}

		@Override
		void ask(Page page) {
			page.send("{\"type\":\"text\",\"text\":\"What happened then?\"}");
		}

	},

	/**
	 * The protocol of the service.
	 */
	RELAY("realtime", "\"session.updated\"", "\"response.done\"") {

		@Override
		void start(Page page, int sampleRate) {
			// The session is opened without being asked
		}

		@Override
		void ask(Page page) {
			page.send("{\"type\":\"conversation.item.create\",\"item\":{\"type\":\"message\",\"role\":\"user\","
					+ "\"content\":[{\"type\":\"input_text\",\"text\":\"What happened then?\"}]}}");
			page.send("{\"type\":\"response.create\"}");
		}

	};

	private final String subprotocol;

	private final String ready;

	private final String answered;

	Protocol(String subprotocol, String ready, String answered) {
		this.subprotocol = subprotocol;
		this.ready = ready;
		this.answered = answered;
	}

	String subprotocol() {
		return this.subprotocol;
	}

	boolean isReady(String text) {
		return text.contains(this.ready);
	}

	boolean isAnswered(String text) {
		return text.contains(this.answered);
	}

	abstract void start(Page page, int sampleRate);

	abstract void ask(Page page);

}
