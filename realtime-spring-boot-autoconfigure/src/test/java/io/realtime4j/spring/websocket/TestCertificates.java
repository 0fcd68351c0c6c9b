package io.realtime4j.spring.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

import javax.net.ssl.SSLContext;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A certificate that is made for tests, by the tool of the JDK.
 */
final class TestCertificates {

	private static final String PASSWORD = "changeit";

	private final KeyStore store;

	private TestCertificates(KeyStore store) {
		this.store = store;
	}

	/**
	 * Make a self-signed certificate.
	 * @param directory where the tool writes it
	 * @param host the name of the host that it is for
	 */
	static TestCertificates forHost(Path directory, String host) throws Exception {
		Path file = directory.resolve(host + ".p12");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host,
				"-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", file.toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve(host + ".log").toFile())
			.start();
		assertThat(process.waitFor()).isZero();
		return new TestCertificates(load(file));
	}

	private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, PASSWORD.toCharArray());
		}
		return store;
	}

	/**
	 * Return what a server shows the certificate with.
	 */
	SSLContext server() {
		return SslBundle.of(SslStoreBundle.of(this.store, PASSWORD, null)).createSslContext();
	}

	/**
	 * Return what trusts the certificate.
	 */
	SSLContext client() throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("server", this.store.getCertificate("server"));
		return SslBundle.of(SslStoreBundle.of(null, null, trusted)).createSslContext();
	}

}
