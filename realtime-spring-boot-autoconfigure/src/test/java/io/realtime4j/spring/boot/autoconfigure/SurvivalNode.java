package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.realtime4j.spring.boot.autoconfigure.bridge.RealtimeBridgeAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.tool.RealtimeToolAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A node in a JVM of its own, whose service answers everything with a hundred words, ten
 * in a second. It ends when its input does.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
		RealtimeUsageAutoConfiguration.class, RealtimeStoreAutoConfiguration.class, RealtimeToolAutoConfiguration.class,
		RealtimeBridgeAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
		DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class, DataSourceAutoConfiguration.class })
public class SurvivalNode {

	static final String PORT = "port=";

	static final String SENT = "sent=";

	/**
	 * Start a node.
	 * @param args the address of the database
	 * @throws IOException never
	 */
	public static void main(String[] args) throws IOException {
		ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(
				SurvivalNode.class)
			.properties("server.port=0", "realtime.api-key=test-key", "realtime.session.auto-open=false",
					"realtime.bridge.enabled=true", "realtime.bridge.resume-grace=5m", "realtime.store.type=jdbc",
					"realtime.store.jdbc.initialize-schema=always", "spring.main.banner-mode=off",
					"spring.docker.compose.enabled=false", "logging.level.root=warn",
					"spring.datasource.username=postgres", "spring.datasource.url=" + args[0])
			.run();
		System.out.println(PORT + context.getWebServer().getPort());
		while (System.in.read() >= 0) {
			// Only the end counts
		}
		System.exit(0);
	}

	@Bean
	RealtimeTransport talkingService() {
		return new TalkingService();
	}

	/**
	 * A service that takes its time to answer.
	 */
	private static final class TalkingService implements RealtimeTransport {

		private final ScriptedTransport transport = ScriptedTransport.opening();

		private final ScheduledExecutorService speaker = Executors.newSingleThreadScheduledExecutor((task) -> {
			Thread thread = new Thread(task, "speaker");
			thread.setDaemon(true);
			return thread;
		});

		private final AtomicInteger responses = new AtomicInteger();

		@Override
		public void connect(ConnectionRequest request, ConnectionListener listener) {
			this.transport.connect(request, listener);
			List<ScriptedTransport.ScriptedConnection> all = this.transport.connections();
			ScriptedTransport.ScriptedConnection connection = all.get(all.size() - 1);
			connection.answer((text) -> answer(connection, text));
			connection.sent().forEach((text) -> answer(connection, text));
		}

		private void answer(ScriptedTransport.ScriptedConnection connection, String text) {
			System.out.println(SENT + text);
			if (text.contains("\"response.create\"")) {
				say(connection, ProcessHandle.current().pid() + "_" + this.responses.incrementAndGet());
			}
			else if (text.contains("\"conversation.item.create\"")) {
				String item = text.substring(text.indexOf("\"item\":") + 7, text.length() - 1);
				this.speaker.execute(() -> connection
					.receive("{\"type\":\"conversation.item.added\",\"previous_item_id\":null,\"item\":" + item + "}"));
			}
		}

		private void say(ScriptedTransport.ScriptedConnection connection, String id) {
			String item = "{'type':'message','id':'i" + id
					+ "','role':'assistant','status':'in_progress','content':[]}";
			String part = "'response_id':'r" + id + "','item_id':'i" + id + "','output_index':0,'content_index':0";
			String audio = Base64.getEncoder().encodeToString(new byte[4800]);
			this.speaker.execute(() -> {
				receive(connection, "{'type':'response.created','response':{'id':'r" + id
						+ "','status':'in_progress','conversation_id':'conv_1','output':[]}}");
				receive(connection, "{'type':'conversation.item.added','previous_item_id':null,'item':" + item + "}");
			});
			AtomicInteger words = new AtomicInteger();
			this.speaker.scheduleAtFixedRate(() -> {
				int word = words.incrementAndGet();
				if (word <= 100) {
					receive(connection, "{'type':'response.output_audio.delta'," + part + ",'delta':'" + audio + "'}");
					receive(connection,
							"{'type':'response.output_audio_transcript.delta'," + part + ",'delta':'w" + word + " '}");
				}
			}, 0, 100, TimeUnit.MILLISECONDS);
		}

		private static void receive(ScriptedTransport.ScriptedConnection connection, String text) {
			connection.receive(text.replace('\'', '"'));
		}

	}

}
