package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.realtime4j.session.SessionClosed;
import io.realtime4j.session.SessionOpened;
import io.realtime4j.spring.event.RealtimeEvent;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * An application without a web server, in a process of its own. Its server answers when a
 * line is read, and the session is closed when it is open.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ RealtimeAutoConfiguration.class, RealtimeEventAutoConfiguration.class })
public class ConsoleApplication {

	static final String STARTED = "main has returned";

	static final String CLOSED = "the session is closed";

	public static void main(String[] args) {
		new SpringApplicationBuilder(ConsoleApplication.class).web(WebApplicationType.NONE)
			.properties(RealtimeContext.KEY, "spring.docker.compose.enabled=false")
			.run(args);
		System.out.println(STARTED);
	}

	@Bean
	RealtimeTransport transport() {
		ScriptedTransport transport = ScriptedTransport.opening();
		return (request, listener) -> answerLater(transport, request, listener);
	}

	private static void answerLater(ScriptedTransport transport, ConnectionRequest request,
			ConnectionListener listener) {
		Thread server = new Thread(() -> {
			try {
				if (System.in.read() != -1) {
					transport.connect(request, listener);
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		server.setDaemon(true);
		server.start();
	}

	@EventListener
	void on(RealtimeEvent<SessionOpened> event) {
		event.session().close();
	}

	@EventListener
	void on(SessionClosed event) {
		System.out.println(CLOSED);
	}

}
