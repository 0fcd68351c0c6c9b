package io.realtime4j.spring.boot.autoconfigure;

import java.net.URI;
import java.security.NoSuchAlgorithmException;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link CurrentSslContext}.
 */
class CurrentSslContextTests {

	private static final String BUNDLE = "service";

	private final RealtimeProperties properties = new RealtimeProperties();

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	private static SslBundle bundle() {
		return SslBundle.of(SslStoreBundle.NONE);
	}

	private CurrentSslContext context() {
		this.properties.getSsl().setBundle(BUNDLE);
		this.properties.setApiKey("key");
		return new CurrentSslContext(new PropertiesRealtimeConnectionDetails(this.properties, this.bundles));
	}

	@Test
	void withoutBundleIsThatOfTheJvm() throws NoSuchAlgorithmException {
		RealtimeConnectionDetails details = () -> URI.create("wss://host/v1");
		assertThat(new CurrentSslContext(details).get()).isSameAs(SSLContext.getDefault());
	}

	@Test
	void staysTheSameSoThatSessionsAreResumed() {
		this.bundles.registerBundle(BUNDLE, bundle());
		CurrentSslContext context = context();
		assertThat(context.get()).isSameAs(context.get());
	}

	@Test
	void isMadeAnewWhenItsBundleIsReloaded() {
		this.bundles.registerBundle(BUNDLE, bundle());
		CurrentSslContext context = context();
		SSLContext before = context.get();
		this.bundles.updateBundle(BUNDLE, bundle());
		assertThat(context.get()).isNotSameAs(before).isSameAs(context.get());
	}

	@Test
	void bundleThatCannotBeUsedFailsAtOnce() {
		SslBundle broken = mock(SslBundle.class);
		given(broken.createSslContext()).willThrow(new IllegalStateException("no store"));
		this.bundles.registerBundle(BUNDLE, broken);
		assertThatIllegalStateException().isThrownBy(this::context).withMessage("no store");
	}

}
