package io.realtime4j.spring.boot.autoconfigure;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.realtime4j.live.session.LiveClient;
import io.realtime4j.live.session.LiveSpec;
import io.realtime4j.session.RealtimeClient;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.SessionSpec;
import io.realtime4j.session.SessionState;
import io.realtime4j.spring.boot.autoconfigure.credential.RealtimeEntraAutoConfiguration;
import io.realtime4j.spring.credential.Credential;
import io.realtime4j.spring.credential.CredentialProvider;
import io.realtime4j.spring.credential.CredentialRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for credentials that change: {@link CredentialProvider} and the tokens of
 * Microsoft Entra.
 */
@ExtendWith(OutputCaptureExtension.class)
class RealtimeCredentialTests {

	private final ScriptedTransport transport = ScriptedTransport.opening();

	private final ApplicationContextRunner contextRunner = RealtimeContext.live(this.transport)
		.withPropertyValues("realtime.session.auto-open=false");

	@Test
	void eachConnectionHasTheCredentialOfTheMoment() {
		List<String> given = Collections.synchronizedList(new ArrayList<>());
		this.contextRunner.withPropertyValues("realtime.reconnect.initial-delay=10ms")
			.withBean(CredentialProvider.class, () -> (request) -> {
				given.add("token-" + given.size());
				return Credential.bearerToken(given.get(given.size() - 1));
			})
			.run((context) -> {
				opened(context.getBean(RealtimeClient.class).open());
				this.transport.connection().close(1006, "");
				await().until(() -> this.transport.connections().size() == 2);
				assertThat(this.transport.connections())
					.extracting((connection) -> connection.request().headers().get("Authorization"))
					.containsExactly("Bearer token-0", "Bearer token-1");
			});
	}

	@Test
	void credentialMayDependOnWhatTheSessionShallBe() {
		this.contextRunner.withBean(CredentialProvider.class, () -> RealtimeCredentialTests::ofTenant)
			.run((context) -> {
				RealtimeClient client = context.getBean(RealtimeClient.class);
				opened(client.open((spec) -> spec.attribute("tenant", "blue")));
				opened(client.open((spec) -> spec.attribute("tenant", "green")));
				opened(client.open());
				assertThat(this.transport.connections())
					.extracting((connection) -> connection.request().headers().get("Authorization"))
					.containsExactly("Bearer key-of-blue", "Bearer key-of-green", "Bearer test-key");
			});
	}

	@Test
	void providersAreAskedOnThreadsOfTheirOwn() {
		List<String> threads = Collections.synchronizedList(new ArrayList<>());
		this.contextRunner.withBean(CredentialProvider.class, () -> (request) -> {
			threads.add(Thread.currentThread().getName());
			return null;
		}).run((context) -> {
			opened(context.getBean(RealtimeClient.class).open());
			assertThat(threads).singleElement().asString().startsWith("realtime-credentials-");
		});
	}

	@Test
	void sessionsOfOtherFamiliesAreAskedForToo() {
		List<CredentialRequest> requests = Collections.synchronizedList(new ArrayList<>());
		this.contextRunner.withBean(CredentialProvider.class, () -> (request) -> {
			requests.add(request);
			return null;
		}).run((context) -> {
			context.getBean(LiveClient.class).open();
			await().until(() -> !this.transport.connections().isEmpty());
			assertThat(requests).singleElement().satisfies((request) -> {
				assertThat(request.spec(LiveSpec.class)).isNotNull();
				assertThat(request.spec(SessionSpec.class)).isNull();
			});
		});
	}

	@Test
	void keyGoesIntoTheHeaderOfTheProviderAndATokenDoesNot() {
		String[] azure = { "realtime.base-url=https://my.openai.azure.com" };
		this.contextRunner.withPropertyValues(azure)
			.withBean(CredentialProvider.class, () -> (request) -> Credential.apiKey("another-key"))
			.run((context) -> {
				opened(context.getBean(RealtimeClient.class).open());
				assertThat(headers()).containsEntry("api-key", "another-key").doesNotContainKey("Authorization");
			});
	}

	@Test
	void applicationNeedsNoKeyWhereItHasCredentials() {
		this.contextRunner.withPropertyValues("realtime.api-key=")
			.withBean(CredentialProvider.class, () -> (request) -> Credential.apiKey("another-key"))
			.run((context) -> {
				opened(context.getBean(RealtimeClient.class).open());
				assertThat(headers()).containsEntry("Authorization", "Bearer another-key");
			});
	}

	@Test
	void failureOfAProviderIsToldWithoutItsWords(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("realtime.reconnect.max-attempts=1", "realtime.reconnect.initial-delay=10ms")
			.withBean(CredentialProvider.class, () -> (request) -> {
				throw new IllegalStateException("secret-of-vault");
			})
			.run((context) -> {
				RealtimeSession session = context.getBean(RealtimeClient.class).open();
				await().until(() -> session.state() == SessionState.CLOSED);
				assertThat(output).contains("The headers of a realtime connection could not be created")
					.doesNotContain("secret-of-vault");
			});
	}

	@Test
	void tokensOfEntraReplaceTheKey() {
		TokenCredential entra = mock(TokenCredential.class);
		given(entra.getToken(any())).willReturn(Mono.just(new AccessToken("entra-token", OffsetDateTime.MAX)));
		this.contextRunner.withConfiguration(AutoConfigurations.of(RealtimeEntraAutoConfiguration.class))
			.withPropertyValues("realtime.base-url=https://my.openai.azure.com", "realtime.entra.enabled=true",
					"realtime.entra.scope=https://ai.azure.com/.default")
			.withBean(TokenCredential.class, () -> entra)
			.run((context) -> {
				opened(context.getBean(RealtimeClient.class).open());
				assertThat(headers()).containsEntry("Authorization", "Bearer entra-token").doesNotContainKey("api-key");
				ArgumentCaptor<TokenRequestContext> asked = ArgumentCaptor.forClass(TokenRequestContext.class);
				then(entra).should().getToken(asked.capture());
				assertThat(asked.getValue().getScopes()).containsExactly("https://ai.azure.com/.default");
			});
	}

	@Test
	void entraIsAskedOnlyWhereItIsEnabledAndThere() {
		ApplicationContextRunner entra = this.contextRunner
			.withConfiguration(AutoConfigurations.of(RealtimeEntraAutoConfiguration.class));
		entra.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("realtime4jEntraCredentials"));
		entra.withPropertyValues("realtime.entra.enabled=true")
			.withClassLoader(new FilteredClassLoader("com.azure"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("realtime4jEntraCredentials"));
	}

	@Test
	void nothingShowsACredential() {
		assertThat(Credential.apiKey("sk-secret").toString()).doesNotContain("sk-secret");
		assertThat(new CredentialRequest(null, Map.of("tenant", "blue")).toString()).doesNotContain("blue");
		assertThatIllegalArgumentException().isThrownBy(() -> Credential.apiKey("sk-secret\n"))
			.withMessageNotContaining("sk-secret");
	}

	private static Credential ofTenant(CredentialRequest request) {
		Object tenant = request.attributes().get("tenant");
		return (tenant != null) ? Credential.apiKey("key-of-" + tenant) : null;
	}

	private Map<String, String> headers() {
		return this.transport.connection().request().headers();
	}

	private static void opened(RealtimeSession session) {
		await().until(() -> session.state() == SessionState.OPEN);
	}

}
