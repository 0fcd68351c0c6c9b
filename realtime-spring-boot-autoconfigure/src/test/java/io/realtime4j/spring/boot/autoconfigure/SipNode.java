package io.realtime4j.spring.boot.autoconfigure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import com.sun.net.httpserver.HttpServer;
import io.realtime4j.spring.boot.autoconfigure.rest.RealtimeRestAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.sip.RealtimeSipAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.store.RealtimeStoreAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.usage.RealtimeUsageAutoConfiguration;
import io.realtime4j.spring.boot.autoconfigure.webhook.RealtimeWebhookAutoConfiguration;
import io.realtime4j.spring.sip.IncomingCall;
import io.realtime4j.spring.sip.SipCalls;
import io.realtime4j.transport.ConnectionListener;
import io.realtime4j.transport.ConnectionRequest;
import io.realtime4j.transport.RealtimeTransport;
import io.realtime4j.webhook.RealtimeCallIncoming;

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
 * A node in a JVM of its own that takes calls by SIP. Each line of its input is the id of
 * a call that comes in, and in which the caller says something and the model calls a
 * function. It ends when its input does.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ SslAutoConfiguration.class, RealtimeAutoConfiguration.class,
		RealtimeUsageAutoConfiguration.class, RealtimeStoreAutoConfiguration.class, RealtimeRestAutoConfiguration.class,
		RealtimeWebhookAutoConfiguration.class, RealtimeSipAutoConfiguration.class,
		TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
		WebMvcAutoConfiguration.class, DataSourceAutoConfiguration.class })
public class SipNode {

	private static final AtomicBoolean ACCEPTED = new AtomicBoolean();

	/**
	 * Start a node.
	 * @param args the address of the database
	 * @throws IOException if the input cannot be read
	 */
	public static void main(String[] args) throws IOException {
		HttpServer rest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		rest.createContext("/", (exchange) -> {
			ACCEPTED.set(true);
			exchange.sendResponseHeaders(200, -1);
			exchange.close();
		});
		rest.start();
		ServletWebServerApplicationContext context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(
				SipNode.class)
			.properties("server.port=0", "realtime.api-key=test-key", "realtime.session.auto-open=false",
					"realtime.base-url=http://127.0.0.1:" + rest.getAddress().getPort() + "/v1",
					"realtime.webhook.enabled=true", "realtime.webhook.secret=whsec_cmVhbHRpbWU0ag==",
					"realtime.store.type=jdbc", "realtime.store.heartbeat=3s",
					"realtime.store.jdbc.initialize-schema=always", "spring.main.banner-mode=off",
					"spring.docker.compose.enabled=false", "logging.level.root=warn",
					"spring.datasource.username=postgres", "spring.datasource.url=" + args[0])
			.run();
		System.out.println(SurvivalNode.PORT + context.getWebServer().getPort());
		String callId = readLine();
		while (!callId.isEmpty()) {
			context.getBean(SipCalls.class)
				.receive(new RealtimeCallIncoming(null, null, callId, List.of(), null), IncomingCall::accept);
			callId = readLine();
		}
		System.exit(0);
	}

	private static String readLine() throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = System.in.read(); next >= 0 && next != '\n'; next = System.in.read()) {
			line.append((char) next);
		}
		return line.toString();
	}

	@Bean
	RealtimeTransport callingService() {
		return new CallingService();
	}

	/**
	 * A service that lets a caller speak as soon as somebody has accepted the call, and
	 * says nothing to whoever attaches to it later.
	 */
	private static final class CallingService implements RealtimeTransport {

		private final ScriptedTransport transport = ScriptedTransport.opening();

		@Override
		public void connect(ConnectionRequest request, ConnectionListener listener) {
			System.out.println(SurvivalNode.SENT + "\"attach\" " + request.uri().getQuery());
			this.transport.connect(request, listener);
			List<ScriptedTransport.ScriptedConnection> all = this.transport.connections();
			ScriptedTransport.ScriptedConnection connection = all.get(all.size() - 1);
			connection.answer(CallingService::note);
			connection.sent().forEach(CallingService::note);
			if (ACCEPTED.get()) {
				speak(connection);
			}
		}

		private static void note(String text) {
			System.out.println(SurvivalNode.SENT + text);
		}

		private static void speak(ScriptedTransport.ScriptedConnection connection) {
			receive(connection,
					"{'type':'conversation.item.added','previous_item_id':null,'item':{'id':'u',"
							+ "'type':'message','role':'user','status':'completed',"
							+ "'content':[{'type':'input_text','text':'Book it'}]}}");
			receive(connection,
					"{'type':'conversation.item.added','previous_item_id':'u','item':{'id':'c',"
							+ "'type':'function_call','status':'completed','call_id':'call_1','name':'book',"
							+ "'arguments':'{}'}}");
		}

		private static void receive(ScriptedTransport.ScriptedConnection connection, String text) {
			connection.receive(text.replace('\'', '"'));
		}

	}

}
