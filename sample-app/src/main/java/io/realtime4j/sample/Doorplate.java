package io.realtime4j.sample;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Says in one line where the page is and who answers there.
 */
@Component
class Doorplate {

	private static final Log logger = LogFactory.getLog(Doorplate.class);

	private final ServerInUse server;

	private int port;

	Doorplate(ServerInUse server) {
		this.server = server;
	}

	@EventListener
	void on(WebServerInitializedEvent event) {
		this.port = event.getWebServer().getPort();
	}

	@EventListener(ApplicationReadyEvent.class)
	void open() {
		if (this.port > 0) {
			logger.info("The front desk is open at http://localhost:" + this.port + " - " + whoAnswers());
		}
	}

	private String whoAnswers() {
		return (this.server.isSimulator())
				? "the built-in simulator answers; set OPENAI_API_KEY to talk to the real service"
				: this.server.name() + " answers, which may cost money";
	}

}
